using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ClickUpMcp.Tests.Docs.Readme;

/// <summary>Draws a session: what is asked, the call, and the beginning of its result.</summary>
internal static class SessionPicture
{
    private const int Width = 960;
    private const int Margin = 28;
    private const int Line = 21;
    private const int Letters = 104;
    private const int ShownLines = 8;
    private const int TabWidth = 2;

    /// <summary>Colours carry no meaning of their own, and each pair is readable in its mode.</summary>
    private const string Style = """
        text { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 14px; fill: #1f2933; white-space: pre }
        .page { fill: #f7f9fb; stroke: #d5dde5 }
        .asked { font-family: system-ui, "Segoe UI", "DejaVu Sans", Helvetica, Arial, sans-serif; font-size: 16px; font-weight: 600 }
        .tool { fill: #1d4ed8 }
        .more { fill: #616e7c }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .page { fill: #0d1117; stroke: #30363d }
          .tool { fill: #79b8ff }
          .more { fill: #9aa7b4 }
        }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Draw(IReadOnlyList<SampleQuestion> session)
    {
        List<XElement> lines = [];
        int y = Margin + Line;
        foreach (SampleQuestion question in session)
        {
            lines.Add(Text(y, "asked", question.Question));
            y += Line + 4;
            foreach (string line in Wrapped($"{question.Tool} {question.Arguments}"))
            {
                lines.Add(Text(y, "tool", line));
                y += Line;
            }

            foreach ((string line, bool isMore) in Excerpt(question.Result))
            {
                lines.Add(Text(y, isMore ? "more" : null, line));
                y += Line;
            }

            y += Line;
        }

        int height = y - Line + Margin;
        return Save(
            new XElement(
                Svg + "svg",
                new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")),
                new XAttribute("role", "img"),
                new XElement(Svg + "title", "Three questions, the calls that serve them, and what the sandbox answers"),
                new XElement(Svg + "style", $"\n{Style}\n"),
                new XElement(
                    Svg + "rect",
                    new XAttribute("class", "page"),
                    new XAttribute("x", 1),
                    new XAttribute("y", 1),
                    new XAttribute("width", Width - 2),
                    new XAttribute("height", height - 2),
                    new XAttribute("rx", 12)
                ),
                lines
            )
        );
    }

    private static XElement Text(int y, string? kind, string text) =>
        new(
            Svg + "text",
            kind is null ? null : new XAttribute("class", kind),
            new XAttribute("x", Margin),
            new XAttribute("y", y),
            text
        );

    /// <summary>The first lines; columns stand under each other, as tabs alone would not let them in a picture.</summary>
    private static IEnumerable<(string Line, bool IsMore)> Excerpt(string result)
    {
        string[] lines = WithoutCursor(result).Split('\n');
        string[][] cells = [.. lines.Take(ShownLines).Select(static line => line.Split('\t'))];
        int columns = cells.Max(static row => row.Length);
        int[] widths =
        [
            .. Enumerable
                .Range(0, columns)
                .Select(column =>
                    cells.Where(row => row.Length > 1 && column < row.Length).Max(row => row[column].Length, 0)
                ),
        ];
        foreach (string[] row in cells)
        {
            string text =
                row.Length == 1
                    ? row[0]
                    : string.Concat(row.Select((cell, column) => cell.PadRight(widths[column] + TabWidth))).TrimEnd();
            yield return (Cut(text), false);
        }

        if (lines.Length > ShownLines)
        {
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"… {lines.Length - ShownLines} more lines"),
                true
            );
        }
    }

    // It is sealed with a key of the process, and so another one in each run.
    private static string WithoutCursor(string result)
    {
        const string Mark = "cursor=";
        int start = result.IndexOf(Mark, StringComparison.Ordinal);
        int end = start < 0 ? -1 : result.AsSpan(start).IndexOfAny(' ', '\n');
        return end < 0 ? result.TrimEnd() : $"{result[..(start + Mark.Length)]}…{result[(start + end)..]}".TrimEnd();
    }

    private static int Max(this IEnumerable<string[]> rows, Func<string[], int> width, int least) =>
        rows.Select(width).Append(least).Max();

    private static string Cut(string text) => text.Length <= Letters ? text : $"{text[..(Letters - 1)]}…";

    private static IEnumerable<string> Wrapped(string text)
    {
        while (text.Length > Letters)
        {
            int end = text.LastIndexOf(',', Letters - 1) + 1;
            yield return text[..end];
            text = $"    {text[end..]}";
        }

        yield return text;
    }

    private static string Save(XElement svg)
    {
        StringBuilder text = new();
        XmlWriterSettings settings = new()
        {
            OmitXmlDeclaration = true,
            Indent = true,
            NewLineChars = "\n",
        };
        using (XmlWriter writer = XmlWriter.Create(text, settings))
        {
            svg.Save(writer);
        }

        return text.Append('\n').ToString();
    }
}
