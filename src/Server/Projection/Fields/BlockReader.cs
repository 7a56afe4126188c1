using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Shows the blocks of a comment as Markdown.</summary>
/// <remarks>The plain text that is sent beside them moves mentions to the end and loses tables and links.</remarks>
internal sealed class BlockReader
{
    private readonly MarkdownWriter _output = new();

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

        reader._output.End(default);
        string text = OutputSanitizer.Clean(reader._output.Finish()).Trim('\n', ' ');
        return text.Length == 0 ? null : text;
    }

    private void Add(JsonElement block)
    {
        string text = TextOf(block);
        JsonElement attributes = JsonPath.TryFind(block, "attributes", out JsonElement found) ? found : default;
        if (text == "\n")
        {
            _output.End(FormatOf(attributes));
            return;
        }

        TextMarks marks = MarksOf(attributes);
        string? link = LenientValue.Text(attributes, "link");
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                _output.End(default);
            }

            _output.Add(new TextRun(lines[i], marks, link));
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

    private static TextMarks MarksOf(JsonElement attributes) =>
        attributes.ValueKind != JsonValueKind.Object
            ? TextMarks.None
            : (Has(attributes, "bold") ? TextMarks.Bold : TextMarks.None)
                | (Has(attributes, "italic") ? TextMarks.Italic : TextMarks.None)
                | (Has(attributes, "strike") ? TextMarks.Strike : TextMarks.None)
                | (Has(attributes, "code") ? TextMarks.Code : TextMarks.None);

    private static LineFormat FormatOf(JsonElement attributes)
    {
        if (attributes.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        if (JsonPath.TryFind(attributes, "code-block", out JsonElement code))
        {
            return new LineFormat(LineKind.Code, Language: LanguageOf(code));
        }

        int indent = JsonPath.TryFind(attributes, "indent", out JsonElement level)
            ? (int)Math.Clamp(LenientValue.Number(level) ?? 0, 0, ListNumbers.MaximumIndent)
            : 0;
        string? kind = JsonPath.TryFind(attributes, "list.list", out JsonElement list) ? LenientValue.Text(list) : null;
        return new LineFormat(
            kind switch
            {
                null or "" => LineKind.Paragraph,
                "ordered" => LineKind.Ordered,
                "checked" => LineKind.Checked,
                "unchecked" => LineKind.Unchecked,
                _ => LineKind.Bullet,
            },
            indent
        );
    }

    // Null where no language is known.
    private static string? LanguageOf(JsonElement code)
    {
        string? language = LenientValue.Text(
            JsonPath.TryFind(code, "code-block", out JsonElement inner) ? inner : code
        );
        return language is "true" or "plain" ? null : CodeLanguage.Of(language);
    }

    private static bool Has(JsonElement attributes, string mark) =>
        JsonPath.TryFind(attributes, mark, out JsonElement value) && LenientValue.Boolean(value) == true;
}
