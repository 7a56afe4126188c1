using System.Text;

namespace ClickUpMcp.Cli.Results;

/// <summary>Breaks lines between words where the screen ends, and lets what follows begin where the text of the line began.</summary>
internal static class WrappedText
{
    private const string Gap = "  ";

    /// <summary>Less than this is not worth a column: words would stand under each other one by one.</summary>
    private const int Narrowest = 24;

    /// <param name="text">Lines, without colours in them.</param>
    /// <param name="width">The cells of a line.</param>
    public static string Of(string text, int width) =>
        string.Join('\n', text.Split('\n').Select(line => OfLine(line, width)));

    private static string OfLine(string line, int width)
    {
        if (CellWidth.Of(line) <= width)
        {
            return line;
        }

        int start = Column(line, width - Narrowest);
        StringBuilder wrapped = new(line[..start]);
        int used = CellWidth.Of(line[..start]);
        int margin = used;
        foreach (string word in line[start..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int cells = CellWidth.Of(word);
            if (used > margin && used + 1 + cells > width)
            {
                wrapped.Append('\n').Append(' ', margin);
                used = margin;
            }
            else if (used > margin)
            {
                wrapped.Append(' ');
                used++;
            }

            wrapped.Append(word);
            used += cells;
        }

        return wrapped.ToString();
    }

    /// <summary>Where the last column of a line begins: behind the last gap that leaves enough room after it.</summary>
    private static int Column(string line, int latest)
    {
        int indent = line.Length - line.TrimStart(' ').Length;
        int gap =
            latest <= indent ? -1 : line.LastIndexOf(Gap, Math.Min(latest, line.Length) - 1, StringComparison.Ordinal);
        int column = gap <= indent ? indent : line.Length - line[gap..].TrimStart(' ').Length;
        return column <= latest ? column : indent;
    }
}
