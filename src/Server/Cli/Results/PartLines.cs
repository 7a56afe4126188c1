using System.Text.Json;
using ClickUpMcp.Text;

namespace ClickUpMcp.Cli.Results;

/// <summary>A value for the eye: what has parts, in a line for each of them, with its own parts below it.</summary>
internal static class PartLines
{
    private const string Indent = "  ";

    /// <param name="value">What to show.</param>
    /// <param name="text">Writes what has no parts, on one line.</param>
    public static IEnumerable<string> Of(JsonElement value, Func<JsonElement, string> text) =>
        value.ValueKind switch
        {
            JsonValueKind.Array when HasParts(value) => value.EnumerateArray().SelectMany(item => Of(item, text)),
            JsonValueKind.Object when value.EnumerateObject().Any(static member => HasParts(member.Value)) => OfWhole(
                value,
                text
            ),
            _ => [text(value)],
        };

    private static IEnumerable<string> OfWhole(JsonElement whole, Func<JsonElement, string> text)
    {
        string own = string.Join(
            "; ",
            whole
                .EnumerateObject()
                .Where(static member => !HasParts(member.Value) && !IsEmpty(member.Value))
                .Select(member => $"{Name(member)}={text(member.Value)}")
        );
        if (own.Length > 0)
        {
            yield return own;
        }

        foreach (JsonProperty member in whole.EnumerateObject().Where(static member => HasParts(member.Value)))
        {
            yield return $"{Indent}{Name(member)}:";
            foreach (string line in Of(member.Value, text))
            {
                yield return $"{Indent}{Indent}{line}";
            }
        }
    }

    private static string Name(JsonProperty member) => OutputSanitizer.CleanLine(member.Name);

    private static bool HasParts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
        && value.EnumerateArray().Any(static item => item.ValueKind == JsonValueKind.Object);

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;
}
