using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Hosting;

/// <summary>A JSON value of a policy file with the place where it stands.</summary>
/// <param name="Kind">What it is: the token that begins it.</param>
/// <param name="Text">A text, or the spelling of what is neither object nor array.</param>
/// <param name="At">Where it stands.</param>
internal sealed record PolicyNode(JsonTokenType Kind, string Text, LineAndColumn At)
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 8,
    };

    /// <summary>The members of an object, each by its key and where that stands.</summary>
    public List<(string Key, LineAndColumn At, PolicyNode Value)> Members { get; } = [];

    /// <summary>The items of an array.</summary>
    public List<PolicyNode> Items { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static PolicyNode Parse(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> text = json.StartsWith(Encoding.UTF8.Preamble) ? json[3..] : json;
        Utf8JsonReader reader = new(text, Options);
        reader.Read();
        PolicyNode root = Read(ref reader, text);
        reader.Read();
        return root;
    }

    private static PolicyNode Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        LineAndColumn at = LineAndColumn.Of(json, (int)reader.TokenStartIndex);
        PolicyNode node = new(
            reader.TokenType,
            reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan),
            at
        );
        if (node.Kind == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string key = reader.GetString()!;
                LineAndColumn place = LineAndColumn.Of(json, (int)reader.TokenStartIndex);
                reader.Read();
                node.Members.Add((key, place, Read(ref reader, json)));
            }
        }
        else if (node.Kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                node.Items.Add(Read(ref reader, json));
            }
        }

        return node;
    }
}
