using System.Globalization;
using System.Text;

namespace ClickUpMcp.Cli.Results;

/// <summary>Writes a table for the eye: columns under each other, as wide as the screen allows.</summary>
/// <param name="width">The cells of a line.</param>
/// <param name="hasColour">Whether the screen shows colours.</param>
internal sealed class AlignedTable(int width, bool hasColour)
{
    private const string Gap = "  ";
    private const int Narrowest = 12;
    private const string Bold = "\u001b[1m";
    private const string Dim = "\u001b[2m";
    private const string Plain = "\u001b[0m";

    public string Write(ResultTable table)
    {
        if (table.Lines is { } lines)
        {
            return WriteThing(table, lines);
        }

        int[] natural =
        [
            .. table.Columns.Select(
                (name, i) => table.Rows.Select(row => CellWidth.Of(row[i])).Append(CellWidth.Of(name)).Max()
            ),
        ];
        Dictionary<int, int> widths = Fit(
            natural,
            [.. natural.Select((_, i) => table.Rows.Any(row => IsWhole(row[i])))]
        );
        StringBuilder text = new();
        AppendRow(text, [.. table.Columns], widths, Bold);
        foreach (string[] row in table.Rows)
        {
            AppendRow(text, row, widths, null);
        }

        foreach (string note in Notes(table, natural.Length - widths.Count))
        {
            text.Append(Styled(WrappedText.Of(note, width), Dim)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Of one thing all is shown, however long: nothing else would show the rest.</summary>
    private string WriteThing(ResultTable table, IReadOnlyList<string[]> lines)
    {
        int names = table.Rows.Select(static row => CellWidth.Of(row[0])).DefaultIfEmpty(0).Max();
        int left = Math.Max(Narrowest, width - names - Gap.Length);
        StringBuilder text = new();
        for (int i = 0; i < lines.Count; i++)
        {
            string name = table.Rows[i][0];
            foreach (string line in lines[i].SelectMany(whole => WrappedText.Of(whole, left).Split('\n')))
            {
                string padding = new(' ', names - CellWidth.Of(name));
                text.Append($"{Styled(name, name.Length == 0 ? null : Bold)}{padding}{Gap}{line}".TrimEnd())
                    .Append('\n');
                name = string.Empty;
            }
        }

        foreach (string note in table.Notes)
        {
            text.Append(Styled(WrappedText.Of(note, width), Dim)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Notes(ResultTable table, int hidden)
    {
        if (hidden > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{hidden} more {(hidden == 1 ? "column does" : "columns do")} not fit here; --format text shows all."
            );
        }

        foreach (string note in table.Notes)
        {
            yield return note;
        }
    }

    /// <summary>The widest columns give way first; if all are narrow, the last ones do not show, and before them those that cannot give way.</summary>
    /// <param name="natural">The cells that each column would take.</param>
    /// <param name="isWhole">Whether it is of no use when it is cut.</param>
    /// <returns>The cells of each column that shows, by its number.</returns>
    private Dictionary<int, int> Fit(int[] natural, bool[] isWhole)
    {
        List<int> shown = [.. Enumerable.Range(0, natural.Length)];
        while (shown.Count > 1 && Total([.. shown.Select(Least)]) > width)
        {
            shown.RemoveAt(shown.FindLastIndex(i => isWhole[i]) is > 0 and var whole ? whole : shown.Count - 1);
        }

        Dictionary<int, int> widths = shown.ToDictionary(static i => i, i => natural[i]);
        int[] narrowed = [.. shown.Where(i => !isWhole[i] || shown.Count == 1)];
        while (Total([.. widths.Values]) > width && narrowed.MaxBy(i => widths[i]) is var widest && widths[widest] > 1)
        {
            widths[widest]--;
        }

        return widths;

        int Least(int i) => isWhole[i] ? natural[i] : Math.Min(natural[i], Narrowest);
    }

    /// <summary>Whether a cell is an address, which opens only as a whole.</summary>
    private static bool IsWhole(string cell) => cell.Contains("://", StringComparison.Ordinal);

    private static int Total(int[] widths) => widths.Sum() + (Gap.Length * (widths.Length - 1));

    private void AppendRow(StringBuilder text, string[] row, Dictionary<int, int> widths, string? style)
    {
        string line = string.Join(
            Gap,
            widths.Select(one => CellWidth.Pad(CellWidth.Cut(row[one.Key], one.Value), one.Value))
        );
        text.Append(Styled(line.TrimEnd(), style)).Append('\n');
    }

    private string Styled(string text, string? style) =>
        hasColour && style is not null ? $"{style}{text}{Plain}" : text;
}
