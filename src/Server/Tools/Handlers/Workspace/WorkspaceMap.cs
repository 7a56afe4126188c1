using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;

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
    /// <param name="most">Characters after which it is too long, and need not be whole.</param>
    public string ToText(int most = int.MaxValue)
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
            AppendLists(text, 1, ListsOf(space), most);
            foreach (FolderInfo folder in FoldersOf(space))
            {
                int indent = 1 + folder.Parents.Count;
                Line(text, indent, "folder", folder.Name, folder.Id);
                AppendLists(text, indent + 1, ListsOf(folder), most);
                if (text.Length > most)
                {
                    return text.ToString();
                }
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

    /// <summary>The same as one object, whole or too long; a folder's parents are given by name.</summary>
    public string ToJson(int most = int.MaxValue)
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
                    WriteSpace(json, space, most);
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

    private void WriteSpace(Utf8JsonWriter json, SpaceInfo space, int most)
    {
        json.WriteStartObject();
        WriteThing(json, space.Id, space.Name);
        WriteThings(json, "lists", ListsOf(space).Select(static list => (list.Id, list.Name)));
        json.WriteStartArray("folders");
        foreach (FolderInfo folder in FoldersOf(space))
        {
            if (json.BytesCommitted + json.BytesPending > most)
            {
                break;
            }

            json.WriteStartObject();
            WriteThing(json, folder.Id, folder.Name);
            if (folder.Parents.Count > 0)
            {
                json.WriteString("in", Clean(string.Join(" / ", folder.Parents)));
            }

            WriteThings(json, "lists", ListsOf(folder).Select(static list => (list.Id, list.Name)));
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

    private static void AppendLists(StringBuilder text, int indent, IEnumerable<ListInfo> lists, int most)
    {
        foreach (ListInfo list in lists)
        {
            if (text.Length > most)
            {
                return;
            }

            Line(text, indent, "list", list.Name, list.Id);
        }
    }

    private IEnumerable<FolderInfo> FoldersOf(SpaceInfo space) =>
        depth >= MapDepth.Folders ? hierarchy!.FoldersOf(space) : [];

    private IEnumerable<ListInfo> ListsOf(FolderInfo folder) =>
        depth >= MapDepth.Lists ? hierarchy!.ListsOf(folder) : [];

    private IEnumerable<ListInfo> ListsOf(SpaceInfo space) => depth >= MapDepth.Lists ? hierarchy!.ListsOf(space) : [];

    private static void Line(StringBuilder text, int indent, string kind, string name, string id) =>
        text.Append('\n').Append(' ', indent).Append(kind).Append(' ').Append(Clean(name)).Append(' ').Append(id);

    private static string Clean(string name) => OutputSanitizer.CleanLine(name);
}
