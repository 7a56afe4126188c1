using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A workspace as an indented tree or as JSON; names are sanitised, ids stand beside them.</summary>
internal sealed class WorkspaceMap(
    WorkspaceInfo workspace,
    WorkspaceHierarchy? hierarchy,
    bool includeMembers,
    IReadOnlyList<WorkspaceSection> sections,
    MapDepth depth = MapDepth.Lists
)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool ShowsMembers => includeMembers && depth > MapDepth.Spaces;

    private string? Note =>
        depth switch
        {
            MapDepth.Lists => null,
            MapDepth.Folders => "lists left out: the result would be too long; ask for one space",
            _ when includeMembers =>
                "folders, lists and members left out: the result would be too long; ask for one space",
            _ => "folders and lists left out: the result would be too long; ask for one space",
        };

    /// <summary>One line per thing: its kind is its depth's, except that lists are marked.</summary>
    public string ToText()
    {
        StringBuilder text = new();
        text.Append("workspace ").Append(Clean(workspace.Name)).Append(' ').Append(workspace.Id);
        if (Note is not null)
        {
            text.Append(" (").Append(Note).Append(')');
        }

        foreach (SpaceInfo space in hierarchy?.Spaces ?? [])
        {
            Line(text, 0, "space", space.Name, space.Id);
            AppendLists(text, 1, l => l.Space.Id == space.Id && l.Folder is null);
            foreach (FolderInfo folder in Folders(space))
            {
                int indent = 1 + folder.Parents.Count;
                Line(text, indent, "folder", folder.Name, folder.Id);
                AppendLists(text, indent + 1, l => l.Folder?.Id == folder.Id);
            }
        }

        foreach (MemberInfo member in ShowsMembers ? workspace.Members : [])
        {
            Line(text, 0, "member", member.Name, member.Id);
        }

        foreach (WorkspaceSection section in sections)
        {
            text.Append('\n').Append(section.Name).Append("\n ").Append(section.Text.ReplaceLineEndings("\n "));
        }

        return text.ToString();
    }

    /// <summary>The same as one object; a folder's parents are given by name.</summary>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            WriteThing(json, workspace.Id, workspace.Name);
            if (Note is { } note)
            {
                json.WriteString("note", note);
            }

            if (hierarchy is not null)
            {
                json.WriteStartArray("spaces");
                foreach (SpaceInfo space in hierarchy.Spaces)
                {
                    WriteSpace(json, space);
                }

                json.WriteEndArray();
            }

            if (ShowsMembers)
            {
                WriteThings(json, "members", workspace.Members.Select(m => (m.Id, m.Name)));
            }

            foreach (WorkspaceSection section in sections)
            {
                json.WritePropertyName(section.Name);
                WriteSection(json, section.Text);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // A result with nothing to show is a sentence, also among JSON.
    private static void WriteSection(Utf8JsonWriter json, string text)
    {
        if (text.StartsWith('{'))
        {
            json.WriteRawValue(text);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    private void WriteSpace(Utf8JsonWriter json, SpaceInfo space)
    {
        json.WriteStartObject();
        WriteThing(json, space.Id, space.Name);
        WriteThings(json, "lists", Lists(l => l.Space.Id == space.Id && l.Folder is null));
        json.WriteStartArray("folders");
        foreach (FolderInfo folder in Folders(space))
        {
            json.WriteStartObject();
            WriteThing(json, folder.Id, folder.Name);
            if (folder.Parents.Count > 0)
            {
                json.WriteString("in", Clean(string.Join(" / ", folder.Parents)));
            }

            WriteThings(json, "lists", Lists(l => l.Folder?.Id == folder.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteThings(Utf8JsonWriter json, string name, IEnumerable<(string Id, string Name)> things)
    {
        json.WriteStartArray(name);
        foreach ((string id, string label) in things)
        {
            json.WriteStartObject();
            WriteThing(json, id, label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteThing(Utf8JsonWriter json, string id, string name)
    {
        json.WriteString("id", id);
        json.WriteString("name", Clean(name));
    }

    private void AppendLists(StringBuilder text, int indent, Func<ListInfo, bool> belongs)
    {
        foreach ((string id, string name) in Lists(belongs))
        {
            Line(text, indent, "list", name, id);
        }
    }

    private IEnumerable<FolderInfo> Folders(SpaceInfo space) =>
        (depth >= MapDepth.Folders ? hierarchy?.Folders ?? [] : []).Where(f => f.Space.Id == space.Id);

    private IEnumerable<(string Id, string Name)> Lists(Func<ListInfo, bool> belongs) =>
        (depth >= MapDepth.Lists ? hierarchy?.Lists ?? [] : []).Where(belongs).Select(l => (l.Id, l.Name));

    private static void Line(StringBuilder text, int indent, string kind, string name, string id) =>
        text.Append('\n').Append(' ', indent).Append(kind).Append(' ').Append(Clean(name)).Append(' ').Append(id);

    private static string Clean(string name) => OutputSanitizer.CleanLine(name);
}
