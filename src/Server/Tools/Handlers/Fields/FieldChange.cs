using System.Globalization;
using System.Text.Json;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What a field of people, tasks or files is to hold.</summary>
/// <param name="In">Ids that it is to hold.</param>
/// <param name="Out">Ids that it is to hold no longer.</param>
/// <param name="IsWhole">Whether it is to hold nothing but <paramref name="In"/>.</param>
/// <param name="HasNumbers">Whether ids of digits are written as numbers, as those of people are.</param>
internal sealed record FieldChange(
    IReadOnlyList<string> In,
    IReadOnlyList<string> Out,
    bool IsWhole,
    bool HasNumbers = false
)
{
    /// <summary>The change in ClickUp's terms, which only ever adds and removes.</summary>
    /// <param name="held">The ids that the field holds.</param>
    public JsonElement ToJson(IReadOnlyList<string> held) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartObject();
            Write(writer, "add", Added(held));
            Write(writer, "rem", Removed(held));
            writer.WriteEndObject();
        });

    /// <summary>Whether a field that holds these ids needs no change.</summary>
    public bool IsDone(IReadOnlyList<string> held) => Added(held).Count == 0 && Removed(held).Count == 0;

    private List<string> Added(IReadOnlyList<string> held) => [.. In.Except(held)];

    private List<string> Removed(IReadOnlyList<string> held) =>
        [.. held.Where(id => Out.Contains(id) || (IsWhole && !In.Contains(id)))];

    private void Write(Utf8JsonWriter writer, string side, List<string> ids)
    {
        writer.WriteStartArray(side);
        foreach (string id in ids)
        {
            if (HasNumbers && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteStringValue(id);
            }
        }

        writer.WriteEndArray();
    }
}
