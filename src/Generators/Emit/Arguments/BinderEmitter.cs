using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the static methods that read and check a call's arguments.</summary>
internal sealed class BinderEmitter(SourceWriter writer, ToolModel tool)
{
    /// <summary>The method that reads a nested object.</summary>
    public static string NestedMethod(TypeModel type) => "Bind" + type.Record;

    /// <summary>Emits the tool's own method and one for each nested record.</summary>
    public void Emit()
    {
        string record = ArgumentNames.Arguments(tool.Name);
        List<ArgumentModel> read = [.. tool.Arguments.Where(static a => !IsOutput(a.Role))];
        EmitMethod("internal", "BindArguments", record, RuntimeNames.Tools + record, read, isTool: true);
        foreach (TypeModel nested in CSharpTypes.Records(tool.Arguments))
        {
            writer.Line();
            EmitMethod(
                "private",
                NestedMethod(nested),
                nested.Record ?? "",
                CSharpTypes.Record(nested),
                [.. nested.Fields],
                isTool: false
            );
        }
    }

    private void EmitMethod(
        string access,
        string method,
        string record,
        string type,
        List<ArgumentModel> arguments,
        bool isTool
    )
    {
        using SourceWriter.Block block = writer.Open(
            $"{access} static {type}? {method}({RuntimeNames.ArgumentReader} reader)"
        );
        foreach (ArgumentModel argument in arguments)
        {
            writer.Line(
                $"var {ArgumentNames.Local(argument.Name)} = {Source(argument)}{ReaderCalls.Of(argument.Type)};"
            );
        }

        string? output = isTool ? OutputCall() : null;
        if (output is not null)
        {
            writer.Line($"var output = {output};");
        }

        if (isTool)
        {
            EmitRules();
        }

        using (writer.Open($"if (!reader.Complete({(isTool ? CatalogEmitter.IsClientArgument : "")}))"))
        {
            writer.Line("return null;");
        }

        writer.Line();
        if (arguments.Count == 0 && output is null)
        {
            writer.Line($"return new {type}();");
            return;
        }

        using (writer.Open($"return new {type}", "};"))
        {
            foreach (ArgumentModel argument in arguments)
            {
                writer.Line($"{ArgumentNames.Property(record, argument)} = {Value(argument)},");
            }

            if (output is not null)
            {
                writer.Line("Output = output,");
            }
        }
    }

    private void EmitRules()
    {
        if (tool.Arguments.FirstOrDefault(static a => a.Role == ArgumentRole.Clear) is { } clear)
        {
            writer.Line($"reader.ClearConflicts({ArgumentNames.Local(clear.Name)});");
        }

        foreach (
            RuleModel rule in tool.Rules.Where(static r =>
                !RuleModel.IsOverDates(r.Kind) && !RuleModel.IsOverThings(r.Kind)
            )
        )
        {
            writer.Line($"reader.{rule.Kind}({CSharpLiterals.Strings(rule.Arguments)});");
        }
    }

    private string? OutputCall()
    {
        List<string> accepted =
        [
            .. tool
                .Arguments.Where(static a => IsOutput(a.Role))
                .Select(static a => $"{RuntimeNames.Binding}OutputArguments.{a.Role}"),
        ];
        string shape = tool.Response?.Shape is { } name ? ShapeEmitter.Reference(name) : "null";
        int maximum = tool.Arguments.Any(static a => a.Role == ArgumentRole.Limit)
            ? tool.Response?.MaximumLimit ?? 0
            : 0;
        return accepted.Count == 0
            ? null
            : $"reader.Output({string.Join(" | ", accepted)}, {shape}, maximumLimit: {CSharpLiterals.Integer(maximum)})";
    }

    private static bool IsOutput(ArgumentRole role) =>
        role is ArgumentRole.DetailLevel or ArgumentRole.Fields or ArgumentRole.Limit or ArgumentRole.Cursor;

    private static string Source(ArgumentModel argument) =>
        $"reader.{Method(argument)}({CSharpLiterals.Strings([argument.Name, .. argument.Aliases])})";

    private static string Method(ArgumentModel argument)
    {
        bool takesNull = argument.Type is { Kind: TypeKind.Json, Holds: nameof(JsonContent.Any) };
        return argument switch
        {
            { Required: true } => takesNull ? "RequiredJson" : "Required",
            { Clearable: true } when !takesNull => argument.Type.Kind is TypeKind.Text or TypeKind.Comment
                ? "ClearableText"
                : "Clearable",
            _ => takesNull ? "OptionalJson" : "Optional",
        };
    }

    private static string Value(ArgumentModel argument)
    {
        string local = ArgumentNames.Local(argument.Name);
        if (argument.Required)
        {
            return local + (CSharpTypes.IsValueType(argument.Type) ? "!.Value" : "!");
        }

        return DefaultValues.Of(argument) is { } value ? $"{local} ?? {value}" : local;
    }
}
