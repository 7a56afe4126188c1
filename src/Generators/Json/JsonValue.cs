using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Json;

/// <summary>A JSON value that remembers where it stands.</summary>
internal sealed class JsonValue(JsonSource source, JsonKind kind, TextSpan span)
{
    public JsonSource Source { get; } = source;
    public JsonKind Kind { get; } = kind;
    public TextSpan Span { get; } = span;

    /// <summary>The decoded text of a string, the digits of a number as written; empty otherwise.</summary>
    public string Text { get; init; } = "";

    /// <summary>Members of an object, each name once.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>Items of an array.</summary>
    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>The member's value; null when there is none.</summary>
    public JsonValue? Find(string name)
    {
        foreach (JsonMember member in Members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>What the value is called in messages.</summary>
    public string KindName =>
        Kind switch
        {
            JsonKind.Object => "an object",
            JsonKind.Array => "an array",
            JsonKind.String => "a string",
            JsonKind.Number => "a number",
            JsonKind.True or JsonKind.False => "a boolean",
            _ => "null",
        };
}
