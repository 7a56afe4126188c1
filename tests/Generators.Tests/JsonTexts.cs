using System.Text;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Random JSON: objects and arrays in each other, and at times a slip of the finger in them.</summary>
internal sealed class JsonTexts(int seed)
{
    private const int Deepest = 5;
    private const string Slips = "{}[]:,\"\\u0123456789abcdefntr.-+eE \n\u00e9";

    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "7",
        "-12",
        "3.25",
        "0.5e+3",
        "1E9",
        "9007199254740993",
        "1e-7",
    ];

    private static readonly string[] Pieces =
    [
        "a",
        "due date",
        "\u00e9\ud83d\ude00",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\n\\t\\r\\b\\f",
        "\\\"",
        "\\\\",
        "\\/",
        "{[,:]}",
        "//",
        "\u007f",
    ];

    private static readonly string[] Spaces = ["", "", " ", "\n  ", "\t", "\r\n"];

    private readonly Random _random = new(seed);

    /// <summary>The next text; one in four has one character too many, too few or wrong, which does not always hurt.</summary>
    public string Next()
    {
        var text = new StringBuilder();
        Append(text, 0);
        if (_random.Next(4) == 0)
        {
            Slip(text);
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, int depth)
    {
        text.Append(Pick(Spaces));
        // The root is mostly a container, and the deeper, the more often it ends.
        switch (_random.Next(depth == 0 ? 8 : 9 + depth))
        {
            case <= 3 when depth < Deepest:
                AppendMany(text, '{', '}', depth, isObject: true);
                break;
            case <= 6 when depth < Deepest:
                AppendMany(text, '[', ']', depth, isObject: false);
                break;
            case 7 or 8:
                text.Append(Pick(["true", "false", "null"]));
                break;
            case 9 or 10:
                text.Append(Pick(Numbers));
                break;
            default:
                AppendString(text);
                break;
        }

        text.Append(Pick(Spaces));
    }

    private void AppendMany(StringBuilder text, char start, char end, int depth, bool isObject)
    {
        text.Append(start);
        int count = _random.Next(6);
        for (int i = 0; i < count; i++)
        {
            text.Append(i > 0 ? "," : "");
            if (isObject)
            {
                text.Append(Pick(Spaces))
                    .Append($"\"{i}")
                    .Append(Pick(Pieces))
                    .Append('"')
                    .Append(Pick(Spaces))
                    .Append(':');
            }

            Append(text, depth + 1);
        }

        text.Append(count == 0 ? Pick(Spaces) : "").Append(end);
    }

    private void AppendString(StringBuilder text)
    {
        text.Append('"');
        for (int i = _random.Next(4); i > 0; i--)
        {
            text.Append(Pick(Pieces));
        }

        text.Append('"');
    }

    private void Slip(StringBuilder text)
    {
        int at = _random.Next(text.Length);
        if (char.IsSurrogate(text[at]))
        {
            // Half a pair is in no file that is UTF-8.
            return;
        }

        switch (_random.Next(3))
        {
            case 0:
                text.Remove(at, 1);
                break;
            case 1:
                text.Insert(at, Pick(Slips));
                break;
            default:
                text[at] = Pick(Slips);
                break;
        }
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private char Pick(string from) => from[_random.Next(from.Length)];
}
