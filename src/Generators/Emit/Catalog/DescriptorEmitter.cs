using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits a tool's <c>tools/list</c> bytes and its descriptor.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        writer.Line(XmlDoc.Summary("The entry of tools/list."));
        EmitUtf8(writer, "Definition", ToolDefinition.Listed(tool));
        writer.Line();
        writer.Line(XmlDoc.Summary("The input schema with every constraint."));
        EmitUtf8(writer, "InputSchema", ToolDefinition.Contract(tool));
        writer.Line();
        writer.Line(XmlDoc.Summary("What the program knows about the tool; built on demand."));
        using (writer.Open($"public static {RuntimeNames.Runtime}ToolDescriptor Describe() => new()", "};"))
        {
            writer.Line($"Name = {CSharpLiterals.String(tool.Name)},");
            writer.Line($"Title = {CSharpLiterals.String(tool.Title)},");
            writer.Line($"Description = {CSharpLiterals.String(tool.Description)},");
            writer.Line($"Category = {CSharpLiterals.String(tool.Category)},");
            writer.Line($"Scope = {Scope(tool.Scope)},");
            writer.Line($"Traits = {Traits(tool.ReadOnly, tool.Destructive, tool.Idempotent, tool.OpenWorld)},");
            writer.Line($"Aliases = [{CSharpLiterals.Strings(tool.Aliases)}],");
            writer.Line($"Keywords = [{CSharpLiterals.Strings(tool.Keywords)}],");
            writer.Line($"StandardArguments = [{CSharpLiterals.Strings(StandardArguments(tool))}],");
            if (tool.Arguments.Any(static a => a.Local))
            {
                IEnumerable<string> local = tool.Arguments.Where(static a => a.Local).Select(static a => a.Name);
                writer.Line($"LocalArguments = [{CSharpLiterals.Strings(local)}],");
            }

            writer.Line($"Operations = [{CSharpLiterals.Strings(tool.Operations)}],");
            writer.Line("InputSchema = InputSchema.ToArray(),");
            if (tool.Examples.Count > 0)
            {
                writer.Line($"Example = {CSharpLiterals.String(tool.Examples[0].Arguments)},");
            }
        }
    }

    private static IEnumerable<string> StandardArguments(ToolModel tool) =>
        tool
            .Arguments.Where(static a => a.Role is not (ArgumentRole.Declared or ArgumentRole.Clear))
            .Select(static a => a.Name)
            .Concat(BulkEmitter.Standard(tool));

    private static void EmitUtf8(SourceWriter writer, string name, string json) =>
        writer.Line($"public static {RuntimeNames.ReadOnlySpan}<byte> {name} => {CSharpLiterals.Utf8Json(json)};");

    /// <summary>A scope; the strictest one for a broken entry that states none.</summary>
    public static string Scope(string scope) =>
        $"{RuntimeNames.Runtime}ToolScope.{(scope.Length > 0 ? scope : nameof(ToolScope.Admin))}";

    public static string Traits(bool readOnly, bool destructive, bool idempotent, bool openWorld)
    {
        const string Type = RuntimeNames.Runtime + "ToolTraits.";
        List<string> set =
        [
            .. readOnly ? [Type + "ReadOnly"] : Array.Empty<string>(),
            .. destructive ? [Type + "Destructive"] : Array.Empty<string>(),
            .. idempotent ? [Type + "Idempotent"] : Array.Empty<string>(),
            .. openWorld ? [Type + "OpenWorld"] : Array.Empty<string>(),
        ];
        return set.Count == 0 ? Type + "None" : string.Join(" | ", set);
    }
}
