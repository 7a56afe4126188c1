using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>Random JSON near the edges where validators differ, and the many spellings of one value.</summary>
internal sealed class RandomJson(Random random)
{
    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "-0.0",
        "0e9",
        "1",
        "1.0",
        "1e0",
        "10E-1",
        "0.1e+1",
        "-1",
        "2",
        "0.5",
        "1.5",
        "1.0000000000000001",
        "9007199254740991",
        "9007199254740991.0",
        "9007199254740991.4",
        "9007199254740992",
        "9007199254740993",
        "-9007199254740991",
        "-9007199254740992",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "1e21",
        "123456789012345678901234567890",
        "1e308",
        "1.8e308",
        "1e400",
        "-1e400",
        "1e-400",
    ];

    // Among them: what only some dialects call a space or a digit, and halves of surrogate pairs.
    private static readonly string[] Pieces =
    [
        "a",
        "Z",
        "7",
        "_",
        "-",
        "@",
        ".",
        "#",
        " ",
        "\n",
        "\r",
        "\t",
        "\v",
        "\0",
        "\u001f",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u1680",
        "\u180e",
        "\u2003",
        "\u200b",
        "\u2028",
        "\u3000",
        "\ufeff",
        "\u212a",
        "\u0661",
        "é",
        "e\u0301",
        "漢",
        "😀",
        "\ud83d",
        "\ude00",
        "\"",
        "\\",
        "/",
        "$",
        "https://",
        "a@b.c",
        "true",
        "5",
    ];

    // Not "constructor", "toString" and "valueOf": ajv's deep comparison takes such members for methods.
    private static readonly string[] Names =
    [
        "__proto__",
        "hasOwnProperty",
        "length",
        "",
        " ",
        "a",
        "A",
        "é",
        "😀",
        "\ud800",
        "$ref",
        "a.b",
    ];

    /// <summary>Any value; <paramref name="depth"/> more levels of arrays and objects at most.</summary>
    public string Value(int depth) =>
        random.Next(depth > 0 ? 12 : 8) switch
        {
            0 => Pick(["true", "false", "null"]),
            1 or 2 or 3 => Number(),
            4 or 5 or 6 => Quote(Text()),
            7 => Pick(["[]", "{}", "\"\"", "[null]", "{\"a\":null}"]),
            8 or 9 or 10 => $"[{string.Join(',', Many(4, () => Value(depth - 1)))}]",
            _ => Object(depth),
        };

    public string Number() => Pick(Numbers);

    /// <summary>One piece of text, one or two code points as a rule.</summary>
    public string Piece() => Pick(Pieces);

    /// <summary>A name that no tool gives to an argument.</summary>
    public string UnknownName() => Pick(Names);

    /// <summary>Arrays inside each other, fewer than the 64 at which a call is not even parsed.</summary>
    public string Deep()
    {
        int levels = random.Next(10, 40);
        return new string('[', levels) + Number() + new string(']', levels);
    }

    /// <summary>The text in quotes; characters that need no escape sometimes get one.</summary>
    public string Quote(string text)
    {
        bool isEscaped = random.Next(4) == 0;
        StringBuilder quoted = new("\"");
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]);
            if (isPair && !isEscaped)
            {
                quoted.Append(c).Append(text[++i]);
            }
            else if (isEscaped || c is < ' ' or '"' or '\\' || char.IsSurrogate(c))
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The same value in other words: members in another order, numbers with zeros that say nothing.</summary>
    public static string Respell(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Respell(document.RootElement);
    }

    private static string Respell(JsonElement element)
    {
        string raw = element.GetRawText();
        return element.ValueKind switch
        {
            JsonValueKind.Number when !raw.Contains('e', StringComparison.OrdinalIgnoreCase) => raw.Contains('.')
                ? raw + "0"
                : raw + ".0",
            JsonValueKind.Array => $"[{string.Join(',', element.EnumerateArray().Select(Respell))}]",
            JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Reverse().Select(Respell))}}}",
            _ => raw,
        };
    }

    private static string Respell(JsonProperty member) =>
        $"\"{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member))}\":{Respell(member.Value)}";

    private string Object(int depth)
    {
        IEnumerable<string> names = Many(4, UnknownName).Distinct(StringComparer.Ordinal);
        return $"{{{string.Join(',', names.Select(name => $"{Quote(name)}:{Value(depth - 1)}"))}}}";
    }

    private string Text() => string.Concat(Many(5, Piece));

    private string[] Many(int below, Func<string> make) =>
        [.. Enumerable.Range(0, random.Next(below)).Select(_ => make())];

    private string Pick(string[] values) => values[random.Next(values.Length)];
}
