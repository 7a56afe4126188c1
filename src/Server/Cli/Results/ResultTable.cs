using System.Text.Json;
using ClickUpMcp.Text;

namespace ClickUpMcp.Cli.Results;

/// <summary>The result of a call as rows and columns: a row for each item of a list, or for each member of one thing.</summary>
/// <param name="Columns">What the columns are called.</param>
/// <param name="Rows">The cells, as many as there are columns, each on one line.</param>
/// <param name="Notes">What was said beside them, one line each.</param>
/// <param name="Ids">The ids of the items; null for an item without one.</param>
internal sealed record ResultTable(
    IReadOnlyList<string> Columns,
    IReadOnlyList<string[]> Rows,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string?> Ids
)
{
    /// <summary>Of one thing, the lines that each of its values has for the eye; null for a list.</summary>
    public IReadOnlyList<string[]>? Lines { get; private init; }

    private const string Items = "items";
    private const string Id = "id";
    private const string Value = "value";
    private const string Member = "member";
    private const string Next = "next";
    private const string Note = "note";

    /// <summary>Reads a result in JSON, and the remarks that follow it; null when it is a sentence.</summary>
    public static ResultTable? Read(string result)
    {
        int end = result.IndexOf('\n', StringComparison.Ordinal);
        string json = end < 0 ? result : result[..end];
        string[] remarks = end < 0 ? [] : result[(end + 1)..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, remarks) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ResultTable Read(JsonElement result, string[] remarks)
    {
        List<string> notes = [];
        if (result.TryGetProperty(Next, out JsonElement cursor) && cursor.ValueKind == JsonValueKind.String)
        {
            notes.Add($"There are more: cursor={cursor.GetString()}");
        }

        if (result.TryGetProperty(Note, out JsonElement note) && note.ValueKind == JsonValueKind.String)
        {
            notes.Add(note.GetString()!);
        }

        notes.AddRange(remarks);
        return result.TryGetProperty(Items, out JsonElement items) && items.ValueKind == JsonValueKind.Array
            ? OfList([.. items.EnumerateArray()], notes)
            : OfThing(result, notes);
    }

    private static ResultTable OfList(JsonElement[] items, List<string> notes)
    {
        List<string> columns = [];
        foreach (JsonProperty member in items.Where(IsObject).SelectMany(static item => item.EnumerateObject()))
        {
            if (!columns.Contains(member.Name))
            {
                columns.Add(member.Name);
            }
        }

        if (columns.Count == 0)
        {
            columns.Add(Value);
        }

        return new(columns, [.. items.Select(item => RowOf(item, columns))], notes, [.. items.Select(IdOf)]);
    }

    private static ResultTable OfThing(JsonElement thing, List<string> notes)
    {
        JsonProperty[] members = [.. thing.EnumerateObject().Where(static member => member.Name != Note)];
        return new(
            [Member, Value],
            [.. members.Select(static member => new[] { member.Name, Text(member.Value) })],
            notes,
            [IdOf(thing)]
        )
        {
            Lines = [.. members.Select(static member => PartLines.Of(member.Value, Text).ToArray())],
        };
    }

    private static string[] RowOf(JsonElement item, List<string> columns) =>
        IsObject(item)
            ?
            [
                .. columns.Select(column =>
                    item.TryGetProperty(column, out JsonElement cell) ? Text(cell) : string.Empty
                ),
            ]
            : [Text(item), .. columns.Skip(1).Select(static _ => string.Empty)];

    private static bool IsObject(JsonElement item) => item.ValueKind == JsonValueKind.Object;

    private static string? IdOf(JsonElement item) =>
        IsObject(item) && item.TryGetProperty(Id, out JsonElement id) ? Text(id) : null;

    /// <summary>A value on one line, without what a terminal would take for a command.</summary>
    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => string.Empty,
            JsonValueKind.String => OutputSanitizer.CleanLine(value.GetString()!),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
            JsonValueKind.Object => string.Join(
                "; ",
                value
                    .EnumerateObject()
                    .Select(static member => $"{OutputSanitizer.CleanLine(member.Name)}={Text(member.Value)}")
            ),
            _ => value.GetRawText(),
        };
}
