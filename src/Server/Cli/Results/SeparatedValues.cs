using System.Text;

namespace ClickUpMcp.Cli.Results;

/// <summary>Writes a table for other programs, the names of the columns first.</summary>
internal static class SeparatedValues
{
    /// <summary>Separated by tabs, which no cell has.</summary>
    public static string Tabs(ResultTable table) => Write(table, '\t', static cell => cell);

    /// <summary>Separated by commas; a cell with one, or with a quote, stands in quotes (RFC 4180).</summary>
    public static string Commas(ResultTable table) =>
        Write(
            table,
            ',',
            static cell =>
                cell.AsSpan().ContainsAny(',', '"')
                    ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                    : cell
        );

    private static string Write(ResultTable table, char between, Func<string, string> cell)
    {
        StringBuilder text = new();
        foreach (IEnumerable<string> row in table.Rows.Prepend(table.Columns))
        {
            text.AppendJoin(between, row.Select(cell)).Append('\n');
        }

        return text.ToString();
    }
}
