using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>What clients read of a tool, as compact JSON.</summary>
internal static class ToolDefinition
{
    /// <summary>The whole input schema: what the server accepts, no more and no less.</summary>
    public static string Contract(ToolModel tool)
    {
        JsonText json = new();
        SchemaWriter.WriteContract(json, BulkEmitter.Arguments(tool));
        return json.ToString();
    }

    /// <summary>The entry of <c>tools/list</c>.</summary>
    public static string Listed(ToolModel tool)
    {
        JsonText json = new JsonText().BeginObject().Name("name").String(tool.Name);
        if (tool.Title.Length > 0 && tool.Title != TitleFromName(tool.Name))
        {
            json.Name("title").String(tool.Title);
        }

        json.Name("description").String(tool.Description).Name("inputSchema");
        SchemaWriter.WriteListed(json, BulkEmitter.Arguments(tool), takesWorkspace: tool.Operations.Count > 0);
        WriteAnnotations(json, tool);
        return json.EndObject().ToString();
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
