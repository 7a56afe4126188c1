using ClickUpMcp.Api;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the method that builds the request a tool sends.</summary>
internal static class OperationEmitter
{
    public const string ClassName = "ClickUpOperations";

    public static string Emit(ToolModel tool)
    {
        SourceWriter writer = SourceWriter.ForFile();
        using (writer.Open($"internal static partial class {ClassName}"))
        {
            writer.Line($"/// <summary>The request of <c>{tool.Name}</c>.</summary>");
            using (writer.Open(Signature(tool)))
            {
                EmitRequests(writer, tool);
            }
        }

        return writer.ToString();
    }

    public static string Signature(ToolModel tool) =>
        $"public static {RuntimeNames.Api}ClickUpRequest {CSharpNames.Pascal(tool.Name)}({RuntimeNames.Tools}{ArgumentNames.Arguments(tool.Name)} arguments, {RuntimeNames.ToolCallContext} context)";

    private static void EmitRequests(SourceWriter writer, ToolModel tool)
    {
        if (tool.Requests.Count == 1)
        {
            EmitRequest(writer, tool, tool.Requests[0]);
            return;
        }

        // Blocks beside each other, since all of them use the same local names.
        string keyword = "if";
        foreach (RequestModel request in tool.Requests)
        {
            string? condition = RequestChoice.IsGiven(tool, request, "arguments.");
            using (writer.Open(condition is null ? "else" : $"{keyword} ({condition})"))
            {
                EmitRequest(writer, tool, request);
            }

            keyword = "else if";
        }
    }

    private static void EmitRequest(SourceWriter writer, ToolModel tool, RequestModel request)
    {
        writer.Line(
            $"var builder = new {RuntimeNames.Api}ClickUpRequestBuilder({CSharpLiterals.String(request.Operation)}, {RuntimeNames.Api}ClickUpMethod.{Method(request.Method)});"
        );
        foreach (PathPartModel part in request.Path)
        {
            EmitPathPart(writer, tool, part);
        }

        QueryEmitter query = new(writer);
        foreach (QueryModel parameter in request.Query)
        {
            query.Emit(tool, parameter);
        }

        if (tool.Arguments.FirstOrDefault(a => Bindings.MayBeCustomId(request, a)) is { } task)
        {
            string property = ArgumentNames.Property(ArgumentNames.Arguments(tool.Name), task);
            using (writer.Open($"if (arguments.{property} is {{ IsCustomId: true }})"))
            {
                writer.Line("builder.Query(\"custom_task_ids\", \"true\");");
                writer.Line("builder.Query(\"team_id\", context.WorkspaceId);");
            }
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
        FormEmitter.Emit(writer, tool, request);
        if (request.Body is { } body)
        {
            writer.Line("var body = builder.Body;");
            new BodyEmitter(writer, tool).EmitRoot(body);
        }

        writer.Line("return builder.Build();");
    }

    private static void EmitPathPart(SourceWriter writer, ToolModel tool, PathPartModel part)
    {
        if (part.Binding is not { } binding)
        {
            writer.Line($"builder.Path({CSharpLiterals.String(part.Literal ?? "")});");
            return;
        }

        if (BoundValue.Of(tool, binding) is { } value)
        {
            // The parser lets only text, whole numbers, enums and entities stand here, and never absent ones.
            string given = value.Expression;
            if (value.MayBeNull)
            {
                given += CSharpTypes.IsValueType(value.Type) ? "!.Value" : "!";
            }

            bool isEnum = value.Type.Kind == TypeKind.Enum;
            string segment = isEnum ? EnumWire.Text(value.Type, given, mayBeNull: false) : given;
            writer.Line($"builder.Segment({segment});");
        }
    }

    // GET stands for what a broken entry has.
    private static string Method(string method) =>
        Enum.TryParse(method, ignoreCase: true, out ClickUpMethod member)
            ? member.ToString()
            : nameof(ClickUpMethod.Get);
}
