using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>What targets hold against what they were given.</summary>
internal static class FuzzCheck
{
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void Holds(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException(what);
        }
    }

    /// <summary>The text as its target reads it; bytes that are no text become replacement characters.</summary>
    public static string Text(ReadOnlySpan<byte> input) => Encoding.UTF8.GetString(input);

    /// <exception cref="InvalidOperationException">It is no JSON of the kind.</exception>
    public static void IsJson(ReadOnlyMemory<byte> json, JsonValueKind kind, string what)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            Holds(document.RootElement.ValueKind == kind, $"{what} is {document.RootElement.ValueKind}");
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"{what} is no JSON", exception);
        }
    }
}
