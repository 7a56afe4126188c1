using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>A tool's entry of <c>tools/list</c>, and where in its bytes the input schema stands.</summary>
/// <param name="Json">The entry as compact JSON.</param>
/// <param name="SchemaStart">Offset of the schema in UTF-8 bytes.</param>
/// <param name="SchemaLength">Length of the schema in UTF-8 bytes.</param>
internal sealed record ToolDefinition(string Json, int SchemaStart, int SchemaLength)
{
    public static ToolDefinition Of(ToolModel tool)
    {
        JsonText json = new JsonText().BeginObject().Name("name").String(tool.Name);
        if (tool.Title.Length > 0 && tool.Title != TitleFromName(tool.Name))
        {
            json.Name("title").String(tool.Title);
        }

        json.Name("description").String(tool.Description).Name("inputSchema");
        int start = json.Utf8Length;
        SchemaWriter.WriteObject(json, tool.Arguments);
        int end = json.Utf8Length;
        WriteAnnotations(json, tool);
        return new ToolDefinition(json.EndObject().ToString(), start, end - start);
    }

    // Clients make this title themselves from the name.
    private static string TitleFromName(string name)
    {
        string words = name.Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words.Substring(1);
    }

    // Only what differs from the protocol's defaults; "destructive" and "idempotent" mean nothing on a read-only tool.
    private static void WriteAnnotations(JsonText json, ToolModel tool)
    {
        List<(string Name, bool Value)> hints = [];
        if (tool.ReadOnly)
        {
            hints.Add(("readOnlyHint", true));
        }
        else
        {
            if (!tool.Destructive)
            {
                hints.Add(("destructiveHint", false));
            }

            if (tool.Idempotent)
            {
                hints.Add(("idempotentHint", true));
            }
        }

        if (!tool.OpenWorld)
        {
            hints.Add(("openWorldHint", false));
        }

        if (hints.Count == 0)
        {
            return;
        }

        json.Name("annotations").BeginObject();
        foreach ((string name, bool value) in hints)
        {
            json.Name(name).Boolean(value);
        }

        json.EndObject();
    }
}
