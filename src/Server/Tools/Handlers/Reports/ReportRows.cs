using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Tables of reports.</summary>
internal static class ReportRows
{
    /// <summary>How many of many a row names where it says in figures how many there are.</summary>
    public const int Examples = 2;

    private const int MostNames = 3;

    /// <summary>The table of these rows, no longer than the caller wants it.</summary>
    public static ResultPart Table<T>(
        string name,
        IReadOnlyList<T> rows,
        long limit,
        ShapeDefinition shape,
        Action<Utf8JsonWriter, T> write
    )
        where T : class =>
        new(
            name,
            [
                .. rows.Take((int)limit)
                    .Select(row =>
                        BuiltJson.Of(writer =>
                        {
                            writer.WriteStartObject();
                            write(writer, row);
                            writer.WriteEndObject();
                        })
                    ),
            ],
            shape
        )
        {
            Total = rows.Count > limit ? rows.Count : null,
        };

    /// <summary>One thing that an action writes the members of.</summary>
    public static JsonElement Thing(Action<Utf8JsonWriter> write) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        });

    /// <summary>Writes the first of some texts, and how many there are besides.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="member">The member that they are.</param>
    /// <param name="texts">The texts; three or fewer are all written.</param>
    /// <param name="named">How many of more are.</param>
    public static void WriteTexts(
        this Utf8JsonWriter writer,
        string member,
        IReadOnlyList<string> texts,
        int named = MostNames
    )
    {
        writer.WriteStartArray(member);
        named = texts.Count > MostNames ? named : texts.Count;
        foreach (string text in texts.Take(named))
        {
            writer.WriteStringValue(text);
        }

        if (texts.Count > named)
        {
            writer.WriteStringValue($"{texts.Count - named} more");
        }

        writer.WriteEndArray();
    }

    /// <summary>A part of a whole, to the full percent.</summary>
    public static string Percent(decimal part, decimal whole) =>
        whole > 0 ? $"{NumberText.Of(Math.Round(100 * part / whole, MidpointRounding.AwayFromZero))} %" : "";

    /// <summary>The middle of some values; null of none.</summary>
    public static long? Median(IEnumerable<long> values)
    {
        long[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : sorted[(sorted.Length / 2) - 1] + ((sorted[sorted.Length / 2] - sorted[(sorted.Length / 2) - 1]) / 2);
    }

    /// <summary>The mean of some values, rounded down; null of none.</summary>
    public static long? Mean(IReadOnlyCollection<long> values) =>
        values.Count == 0 ? null : (long)(values.Sum(static v => (decimal)v) / values.Count);
}
