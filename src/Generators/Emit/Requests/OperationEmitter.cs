using ClickUpMcp.Api;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the methods that build an entry's requests from ids and values.</summary>
internal static class OperationEmitter
{
    public static string Emit(ToolModel tool)
    {
        SourceWriter writer = SourceWriter.ForFile(RuntimeNames.ApiNamespace);
        using (writer.Open($"internal static partial class {Operation.ClassName}"))
        {
            foreach (Operation operation in Operation.Of(tool))
            {
                string choice = operation.Request.When is { } when ? $", sent when <c>{when}</c> is given" : "";
                writer.Line($"/// <summary>The request of <c>{tool.Name}</c>{choice}.</summary>");
                string parameters = string.Join(", ", operation.Parameters.Select(static p => p.Declaration));
                using (writer.Open($"public static {RuntimeNames.Request} {operation.Name}({parameters})"))
                {
                    EmitRequest(writer, operation);
                }

                writer.Line();
            }
        }

        return writer.ToString();
    }

    private static void EmitRequest(SourceWriter writer, Operation operation)
    {
        RequestModel request = operation.Request;
        writer.Line(
            $"var builder = new {RuntimeNames.RequestBuilder}({CSharpLiterals.String(request.Operation)}, {RuntimeNames.Method}.{Method(request.Method)});"
        );
        foreach (PathPartModel part in request.Path)
        {
            EmitPathPart(writer, operation, part);
        }

        QueryEmitter query = new(writer);
        foreach (QueryModel parameter in request.Query)
        {
            query.Emit(operation, parameter);
        }

        if (operation.Find(request.CustomTaskIds) is { Argument.Type.Kind: TypeKind.Entity } task)
        {
            string dot = task.MayBeNull ? "?." : ".";
            writer.Line($"builder.CustomTaskIds({task.Name}{dot}CustomIdWorkspace?.Value);");
        }

        foreach (HeaderModel header in request.Headers)
        {
            writer.Line($"builder.Header({CSharpLiterals.Strings([header.Name, header.Value])});");
        }

        if (request.Invalidates.Count > 0)
        {
            string kinds = string.Join(", ", request.Invalidates.Select(kind => $"{RuntimeNames.EntityKind}.{kind}"));
            writer.Line($"builder.Invalidates({kinds});");
        }

        ErrorEmitter.Emit(writer, request);
        ReadBackEmitter.Emit(writer, operation);
        FormEmitter.Emit(writer, operation);
        if (request.Body is { } body)
        {
            writer.Line("var body = builder.Body;");
            new BodyEmitter(writer, operation).EmitRoot(body);
        }

        writer.Line("return builder.Build();");
    }

    private static void EmitPathPart(SourceWriter writer, Operation operation, PathPartModel part)
    {
        if (part.Binding is not { } binding)
        {
            writer.Line($"builder.Path({CSharpLiterals.String(part.Literal ?? "")});");
            return;
        }

        // The parser lets only text, whole numbers, enums and entities stand here, and never absent ones.
        if (BoundValue.Of(operation, binding) is { } value)
        {
            bool isEnum = value.Type.Kind == TypeKind.Enum;
            string segment = isEnum ? EnumWire.Text(value.Type, value.Expression, mayBeNull: false) : value.Sent;
            writer.Line($"builder.Segment({segment});");
        }
    }

    // GET stands for what a broken entry has.
    private static string Method(string method) =>
        Enum.TryParse(method, ignoreCase: true, out ClickUpMethod member)
            ? member.ToString()
            : nameof(ClickUpMethod.Get);
}
