using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Json;

/// <summary>The text that values were read from, with what it takes to turn offsets into lines and columns.</summary>
internal sealed class JsonSource
{
    private readonly List<int> _lineStarts = [0];

    public JsonSource(string path, string text)
    {
        Path = path;
        Text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Path { get; }
    public string Text { get; }

    /// <summary>Zero-based lines and columns of a span.</summary>
    public LinePositionSpan Lines(TextSpan span) => new(Position(span.Start), Position(span.End));

    /// <summary>A place as the compiler writes it, without the folder.</summary>
    public string Place(TextSpan span)
    {
        LinePosition start = Position(span.Start);
        string name = Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
        return string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", name, start.Line + 1, start.Character + 1);
    }

    private LinePosition Position(int offset)
    {
        int index = _lineStarts.BinarySearch(offset);
        int line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line, offset - _lineStarts[line]);
    }
}
