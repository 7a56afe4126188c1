using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Shows the blocks of a comment as Markdown.</summary>
/// <remarks>The plain text that is sent beside them moves mentions to the end and loses tables and links.</remarks>
internal sealed class BlockReader
{
    private const string Fence = "```";

    private readonly StringBuilder _output = new();
    private readonly StringBuilder _line = new();
    private string? _code;

    private BlockReader() { }

    /// <summary>The text, sanitised; null when there is none.</summary>
    public static string? Read(JsonElement blocks)
    {
        if (blocks.ValueKind != JsonValueKind.Array)
        {
            return LenientValue.LongText(blocks);
        }

        BlockReader reader = new();
        foreach (JsonElement block in blocks.EnumerateArray())
        {
            reader.Add(block);
        }

        reader.EndLine(attributes: default);
        string text = OutputSanitizer.Clean(reader._output.ToString()).Trim('\n', ' ');
        return text.Length == 0 ? null : text;
    }

    private void Add(JsonElement block)
    {
        string text = TextOf(block);
        JsonElement attributes = JsonPath.TryFind(block, "attributes", out JsonElement found) ? found : default;
        if (text == "\n")
        {
            EndLine(attributes);
            return;
        }

        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                EndLine(attributes: default);
            }

            _line.Append(Marked(lines[i], attributes));
        }
    }

    private static string TextOf(JsonElement block)
    {
        if (JsonPath.TryFind(block, "user", out JsonElement user) && LenientValue.Text(user) is { } name)
        {
            return $"@{name}";
        }

        if (JsonPath.TryFind(block, "emoticon.code", out JsonElement code) && EmojiOf(code) is { } emoji)
        {
            return emoji;
        }

        if (block.ValueKind == JsonValueKind.String)
        {
            return JsonText.Read(block);
        }

        return JsonPath.TryFind(block, "text", out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? JsonText.Read(text)
            : Unknown(block);
    }

    // A block of a kind that has no text, such as an embedded page; its type alone says nothing.
    private static string Unknown(JsonElement block) =>
        block.ValueKind == JsonValueKind.Object
        && block.EnumerateObject().Any(static member => JsonText.Name(member) is not ("type" or "attributes" or "text"))
            ? LenientValue.Text(block) ?? string.Empty
            : string.Empty;

    // Code points in hexadecimal, joined by hyphens.
    private static string? EmojiOf(JsonElement code)
    {
        StringBuilder emoji = new();
        foreach (string part in (LenientValue.Text(code) ?? string.Empty).Split('-'))
        {
            bool isNumber = int.TryParse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int point);
            if (!isNumber || !Rune.TryCreate(point, out Rune rune))
            {
                return null;
            }

            emoji.Append(rune.ToString());
        }

        return emoji.ToString();
    }

    private static string Marked(string text, JsonElement attributes)
    {
        if (string.IsNullOrWhiteSpace(text) || attributes.ValueKind != JsonValueKind.Object)
        {
            return text;
        }

        string marked = Has(attributes, "code") ? $"`{text}`" : text;
        marked = Has(attributes, "strike") ? $"~~{marked}~~" : marked;
        marked = Has(attributes, "italic") ? $"*{marked}*" : marked;
        marked = Has(attributes, "bold") ? $"**{marked}**" : marked;
        return LenientValue.Text(attributes, "link") is { } link ? $"[{marked}]({link})" : marked;
    }

    private void EndLine(JsonElement attributes)
    {
        string? code = CodeOf(attributes);
        if (code != _code)
        {
            _output.Append(_code is null ? string.Empty : Fence + "\n");
            _output.Append(code is null ? string.Empty : $"{Fence}{code}\n");
            _code = code;
        }

        _output.Append(code is null ? PrefixOf(attributes) : string.Empty).Append(_line).Append('\n');
        _line.Clear();
    }

    // The language of a line of code, empty when none is known; null for other lines.
    private static string? CodeOf(JsonElement attributes)
    {
        if (!JsonPath.TryFind(attributes, "code-block", out JsonElement code))
        {
            return null;
        }

        string? language = LenientValue.Text(
            JsonPath.TryFind(code, "code-block", out JsonElement inner) ? inner : code
        );
        return language is null or "true" or "plain" ? string.Empty : language;
    }

    private static string PrefixOf(JsonElement attributes)
    {
        if (attributes.ValueKind != JsonValueKind.Object)
        {
            return string.Empty;
        }

        int indent = JsonPath.TryFind(attributes, "indent", out JsonElement level)
            ? (int)Math.Clamp(LenientValue.Number(level) ?? 0, 0, 10)
            : 0;
        string kind = JsonPath.TryFind(attributes, "list.list", out JsonElement list)
            ? LenientValue.Text(list) ?? ""
            : "";
        string sign = kind switch
        {
            "ordered" => "1. ",
            "checked" => "- [x] ",
            "unchecked" => "- [ ] ",
            "" => string.Empty,
            _ => "- ",
        };
        return new string(' ', 2 * indent) + sign;
    }

    private static bool Has(JsonElement attributes, string mark) =>
        JsonPath.TryFind(attributes, mark, out JsonElement value) && LenientValue.Boolean(value) == true;
}
