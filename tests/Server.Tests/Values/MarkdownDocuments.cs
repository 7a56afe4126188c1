using System.Text;

namespace ClickUpMcp.Tests.Values;

/// <summary>Writes Markdown as people and models do: well, carelessly, and with signs where none belong.</summary>
internal sealed class MarkdownDocuments(int seed)
{
    private static readonly string[] Words =
    [
        "done",
        "Release",
        "the",
        "API",
        "snake_case",
        "2 * 3",
        "C:\\dir",
        "naïve",
        "計画",
        "😀",
        "a_b_c",
        "5 > 3",
        "#42",
        "1.5",
        "x < y",
        "**",
        "*",
        "_",
        "`",
        "~~",
        "[",
        "]",
        "(see)",
        "!",
        "\\*",
        "&amp;",
        "@Ben",
        "https://e.com/x_y",
        "|",
        "-",
        "100%",
        "e.g.",
        "\"quoted\"",
        "[x]",
        "[ ]",
        "---",
        "<b>",
        "</b>",
        "~one~",
        "don't",
        "…",
        "+1",
        "1)",
        "2.",
        ">",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next document.</summary>
    public string Next()
    {
        StringBuilder text = new();
        for (int blocks = _random.Next(1, 7); blocks > 0; blocks--)
        {
            Block(text, string.Empty, depth: 0);
            text.Append('\n', _random.Next(4) == 0 ? 0 : _random.Next(1, 3));
        }

        return text.ToString();
    }

    private void Block(StringBuilder text, string prefix, int depth)
    {
        switch (_random.Next(depth < 3 ? 10 : 6))
        {
            case 0:
                text.Append(prefix).Append('#', _random.Next(1, 7)).Append(' ').Append(Line()).Append('\n');
                break;
            case 1:
                text.Append(prefix).Append(Pick("---", "***", "___", "- - -")).Append('\n');
                break;
            case 2:
                Code(text, prefix);
                break;
            case 3:
                Table(text, prefix);
                break;
            case 4 or 5:
                for (int lines = _random.Next(1, 4); lines > 0; lines--)
                {
                    text.Append(prefix)
                        .Append(Pick("", "", "", "  "))
                        .Append(Line())
                        .Append(Pick("", "", "  ", "\\"))
                        .Append('\n');
                }

                break;
            case 6:
                Block(text, prefix + Pick("> ", ">"), depth + 1);
                break;
            default:
                List(text, prefix, depth);
                break;
        }
    }

    private void List(StringBuilder text, string prefix, int depth)
    {
        int number = _random.Next(4) == 0 ? _random.Next(12) : 1;
        string bullet = Pick("- ", "* ", "+ ", "#", "#", "- [ ] ", "- [x] ");
        for (int items = _random.Next(1, 5); items > 0; items--)
        {
            string sign = bullet == "#" ? $"{number++}{Pick(".", ".", ")")} " : bullet;
            text.Append(prefix).Append(sign).Append(Line()).Append('\n');
            string inner =
                prefix
                + new string(
                    ' ',
                    _random.Next(4) == 0 ? _random.Next(5)
                        : sign.StartsWith('-') ? 2
                        : sign.Length
                );
            if (_random.Next(3) == 0)
            {
                text.Append(_random.Next(4) == 0 ? "\n" : string.Empty);
                Block(text, inner, depth + 1);
            }

            text.Append(_random.Next(6) == 0 ? "\n" : string.Empty);
        }
    }

    private void Code(StringBuilder text, string prefix)
    {
        string fence = Pick("```", "~~~", "````");
        text.Append(prefix).Append(fence).Append(Pick("", "cs", "c++", "shell script")).Append('\n');
        for (int lines = _random.Next(4); lines > 0; lines--)
        {
            text.Append(prefix)
                .Append(Pick("var *x* = 1;", "", "```", "    indented", "- no item", Line()))
                .Append('\n');
        }

        text.Append(prefix).Append(_random.Next(8) == 0 ? string.Empty : fence).Append('\n');
    }

    private void Table(StringBuilder text, string prefix)
    {
        int columns = _random.Next(1, 4);
        for (int row = -2; row < _random.Next(3); row++)
        {
            text.Append(prefix).Append('|');
            for (int i = 0; i < columns; i++)
            {
                text.Append(row == -1 ? Pick("---", ":-:") : $" {Inline(1)} ").Append('|');
            }

            text.Append('\n');
        }
    }

    private string Line()
    {
        StringBuilder line = new();
        for (int parts = _random.Next(1, 6); parts > 0; parts--)
        {
            line.Append(Inline(0)).Append(Pick(" ", " ", " ", "", ", "));
        }

        // An item without text has nothing that could follow it in its column.
        return line.Append(' ').Append(Pick("end", "of", "line.")).ToString();
    }

    private string Inline(int depth) =>
        _random.Next(depth < 3 ? 14 : 4) switch
        {
            4 => $"**{Inline(depth + 1)}**",
            5 => $"*{Inline(depth + 1)} {Inline(depth + 1)}*",
            6 => $"_{Inline(depth + 1)}_",
            7 => $"~~{Inline(depth + 1)}~~",
            8 => $"***{Inline(depth + 1)}***",
            9 => $"`{Pick("code", "a*b", "x [y](z)", " ")}`",
            10 =>
                $"[{Inline(depth + 1)}]({Pick("https://e.com", "https://e.com/a_(b)", "<https://e.com/a b>", "https://e.com \"t\"", "no", "")})",
            11 => $"**{Inline(depth + 1)}** {Inline(depth + 1)}",
            12 => Pick("<https://e.com>", "<a@b.example>", "![pic](https://e.com/a.png)", "[@A](#user_mention#5)"),
            13 => $"__{Inline(depth + 1)}__{Pick("", "x")}",
            _ => Words[_random.Next(Words.Length)],
        };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
