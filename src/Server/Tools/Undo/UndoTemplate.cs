using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Fills what the undo table leaves open: holes in paths, values in bodies.</summary>
internal static class UndoTemplate
{
    /// <summary>A text with its holes filled; null where a value is missing.</summary>
    /// <param name="template">The text, with holes such as <c>{response.id}</c>.</param>
    /// <param name="text">Gives the value of a hole.</param>
    /// <param name="escape">Makes a value fit to stand there.</param>
    public static string? Fill(string template, Func<string, string?> text, Func<string, string> escape)
    {
        StringBuilder filled = new();
        int start = 0;
        while (template.IndexOf('{', start) is var open and >= 0)
        {
            int end = EndOf(template, open);
            if (text(template[(open + 1)..end]) is not { } value)
            {
                return null;
            }

            filled.Append(template, start, open - start).Append(escape(value));
            start = end + 1;
        }

        return filled.Append(template, start, template.Length - start).ToString();
    }

    /// <summary>Path and query of a request; null where a value of the path is missing. A parameter without a value is left out.</summary>
    public static (string Path, string Query)? Address(string template, UndoValues values)
    {
        int mark = template.IndexOf('?', StringComparison.Ordinal);
        if (Fill(mark < 0 ? template : template[..mark], values.Text, Uri.EscapeDataString) is not { } path)
        {
            return null;
        }

        IEnumerable<string> parts = mark < 0 ? [] : template[(mark + 1)..].Split('&');
        return (
            path,
            string.Join(
                '&',
                parts
                    .Select(part =>
                        part == "{query}" ? values.Request.Query : Fill(part, values.Text, Uri.EscapeDataString)
                    )
                    .Where(static part => part is { Length: > 0 })
            )
        );
    }

    /// <summary>The segments of a path with holes, in which slashes and question marks are none of the path.</summary>
    public static string[] Segments(string template)
    {
        int mark = template.IndexOf('?', StringComparison.Ordinal);
        return (mark < 0 ? template : template[..mark]).Split('/');
    }

    /// <summary>A body; members without a value are left out. Null where nothing is left.</summary>
    public static JsonNode? Body(JsonElement template, UndoValues values)
    {
        switch (template.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject made = [];
                foreach (JsonProperty member in template.EnumerateObject())
                {
                    if (Body(member.Value, values) is { } value)
                    {
                        made[member.Name] = value;
                    }
                }

                return made.Count == 0 ? null : made;
            case JsonValueKind.Array:
                return new JsonArray([
                    .. template.EnumerateArray().Select(item => Body(item, values)).OfType<JsonNode>(),
                ]);
            case JsonValueKind.String:
                return Value(template.GetString()!, values.Select);
            default:
                return Node(template);
        }
    }

    /// <summary>A value as the table writes it: <c>$path</c>, <c>$#path</c> for a number, <c>=constant</c>; null for nothing.</summary>
    public static JsonNode? Value(string written, Func<string, List<JsonElement>> select)
    {
        if (written.StartsWith('='))
        {
            return Constant(written[1..]);
        }

        string expression = written.TrimStart('$');
        bool isNumber = expression.StartsWith('#');
        List<JsonElement> found = select(isNumber ? expression[1..] : expression);
        found = found.FindAll(static value => value.ValueKind != JsonValueKind.Null);
        if (isNumber)
        {
            return found.Count > 0 ? Number(found[0]) : null;
        }

        bool isList = expression.EndsWith("[].id", StringComparison.Ordinal) || expression.EndsWith(']');
        return isList ? new JsonArray([.. found.Select(Node)])
            : found.Count > 0 ? Node(found[0])
            : null;
    }

    /// <summary>A copy of a value that can stand in a body.</summary>
    public static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());

    /// <summary>A value as a number; null where it is none.</summary>
    public static JsonNode? Number(JsonElement value) =>
        decimal.TryParse(UndoText.Of(value), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? JsonValue.Create(number)
            : null;

    private static JsonNode? Constant(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    // A hole may have a condition with a hole of its own.
    private static int EndOf(string template, int open)
    {
        int depth = 0;
        for (int i = open; i < template.Length; i++)
        {
            depth += template[i] switch
            {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"A hole of {template} has no end.");
    }
}
