using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Copies JSON with the texts from outside as they may be shown.</summary>
/// <param name="texts">What is done with them.</param>
/// <param name="authors">Who belongs to the workspace.</param>
/// <param name="namesOnly">Whether only short texts are changed.</param>
/// <param name="seen">Takes each text from outside.</param>
internal sealed class AuthoredCopy(
    AuthoredTexts texts,
    KnownAuthors authors,
    bool namesOnly,
    Action<string, TextOrigin>? seen
)
{
    // Ids, numbers and dates, which are no text although they stand where texts do.
    private static readonly SearchValues<char> OfIds = SearchValues.Create("0123456789abcdefABCDEF-.:_");

    /// <summary>Whether the copy is another thing.</summary>
    public bool HasChanged { get; private set; }

    /// <param name="value">What is copied.</param>
    /// <param name="writer">Takes the copy.</param>
    /// <param name="own">The rule of the thing itself.</param>
    public void Write(JsonElement value, Utf8JsonWriter writer, AuthorRule? own) => Copy(value, writer, [], own);

    private void Copy(JsonElement value, Utf8JsonWriter writer, List<Way> ways, AuthorRule? own = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                List<Way> all = [.. ways, .. Begin(value, own)];
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    string name = JsonText.Name(member);
                    writer.WritePropertyName(name);
                    List<Way> on = Follow(all, name, out Way? reached);
                    if (reached is { } end)
                    {
                        WriteText(member.Value, writer, end);
                    }
                    else
                    {
                        Copy(member.Value, writer, on);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Copy(item, writer, ways);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private IEnumerable<Way> Begin(JsonElement thing, AuthorRule? own)
    {
        foreach (AuthorRule rule in own is null ? texts.Rules : [own, .. texts.Rules])
        {
            TextOrigin? origin =
                AuthoredTexts.OriginOf(thing, rule, authors)
                ?? (ReferenceEquals(rule, own) ? TextOrigin.Unknown : null);
            if (origin is null or TextOrigin.Member)
            {
                continue;
            }

            foreach (string[] path in rule.NamePaths)
            {
                yield return new Way(path, 0, origin.Value, IsKept: false);
            }

            foreach (string[] path in rule.TextPaths)
            {
                yield return new Way(path, 0, origin.Value, IsKept: namesOnly);
            }
        }
    }

    private static List<Way> Follow(List<Way> ways, string member, out Way? reached)
    {
        reached = null;
        List<Way> on = [];
        foreach (Way way in ways)
        {
            if (way.Path[way.At] != member)
            {
                continue;
            }

            if (way.At + 1 < way.Path.Length)
            {
                on.Add(way with { At = way.At + 1 });
            }
            else
            {
                reached ??= way;
            }
        }

        return on;
    }

    private void WriteText(JsonElement value, Utf8JsonWriter writer, Way way)
    {
        if (value.ValueKind == JsonValueKind.String && IsText(JsonText.Read(value)))
        {
            string text = JsonText.Read(value);
            seen?.Invoke(text, way.Origin);
            HasChanged |= !way.IsKept;
            writer.WriteStringValue(way.IsKept ? text : texts.Shown(text, way.Origin));
        }
        else if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(IsBlock))
        {
            WriteBlocks(value, writer, way);
        }
        else
        {
            Copy(value, writer, []);
        }
    }

    // A text in pieces, each with its format: one piece is put before them, or stands for all.
    private void WriteBlocks(JsonElement blocks, Utf8JsonWriter writer, Way way)
    {
        string[] pieces = [.. blocks.EnumerateArray().Where(IsBlock).Select(TextOf)];
        foreach (string piece in pieces.Where(IsText))
        {
            seen?.Invoke(piece, way.Origin);
        }

        if (way.IsKept)
        {
            blocks.WriteTo(writer);
            return;
        }

        HasChanged = true;
        if (texts.Mode == LockdownMode.Drop)
        {
            writer.WriteStringValue(texts.Shown(string.Empty, way.Origin));
            return;
        }

        writer.WriteStartArray();
        if (!texts.IsMarked(pieces[0]))
        {
            writer.WriteStartObject();
            writer.WriteString("text", $"{texts.MarkOf(way.Origin)} ");
            writer.WriteEndObject();
        }

        foreach (JsonElement block in blocks.EnumerateArray())
        {
            block.WriteTo(writer);
        }

        writer.WriteEndArray();
    }

    private static bool IsBlock(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("text", out JsonElement text)
        && text.ValueKind == JsonValueKind.String;

    private static string TextOf(JsonElement block) => JsonText.Read(block.GetProperty("text"));

    private static bool IsText(string text) => text.AsSpan().IndexOfAnyExcept(OfIds) >= 0;

    private readonly record struct Way(string[] Path, int At, TextOrigin Origin, bool IsKept);
}
