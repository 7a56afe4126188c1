using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the templates of resources, which the server builds when they are first asked for.</summary>
internal static class ResourceEmitter
{
    private const string Template = RuntimeNames.Tools + "Catalog.ResourceTemplate";

    public static string Emit(EquatableArray<ResourceModel> resources)
    {
        SourceWriter writer = SourceWriter.ForFile();
        using (writer.Open("internal static partial class ToolCatalog"))
        {
            writer.Line(XmlDoc.Summary("What can be read by URI, in the order of the spec."));
            writer.Line($"public static {Template}[] Resources() =>");
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (ResourceModel r in resources)
                {
                    string texts = CSharpLiterals.Strings([r.Name, r.Title, r.Description, r.Uri]);
                    string variables = string.Join(", ", r.Variables.Select(Variable));
                    string call = CSharpLiterals.Strings([r.Tool, r.Arguments]);
                    writer.Line($"new({texts}, [{variables}], {call}, {CSharpLiterals.Boolean(r.IsWatched)}),");
                }
            }

            writer.Line("];");
        }

        return writer.ToString();
    }

    private static string Variable(ResourceVariableModel variable)
    {
        string kind = variable.Kind is { } name ? $"{RuntimeNames.EntityKind}.{name}" : "null";
        return $"new({CSharpLiterals.String(variable.Name)}, {kind})";
    }
}
