using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Hosting;

/// <summary>What a line of the audit says of its place in the chain.</summary>
/// <param name="Run">The run that wrote it.</param>
/// <param name="Number">Its number in the run, from 1.</param>
/// <param name="Previous">The chain of the line before; null when there was none.</param>
/// <param name="Chain">Its chain.</param>
/// <param name="Sealed">The bytes that the chain is of.</param>
internal sealed record ChainLine(string Run, long Number, string? Previous, string Chain, ReadOnlyMemory<byte> Sealed)
{
    /// <summary>What stands before the chain, which ends the line.</summary>
    public static ReadOnlySpan<byte> Member => ",\"chain\":\""u8;

    /// <summary>Reads a line, without its end; null when it has no place in a chain.</summary>
    public static ChainLine? Read(string? line)
    {
        if (line is null)
        {
            return null;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(line);
        int at = bytes.AsSpan().LastIndexOf(Member);
        if (at < 0)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            JsonElement root = document.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && Text(root, "run") is { } run
                && root.TryGetProperty("n", out JsonElement number)
                && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt64(out long n)
                && Text(root, "chain") is { } chain
                // Only what is sealed counts, so nothing may stand behind it.
                && line.EndsWith($"\"{chain}\"}}", StringComparison.Ordinal)
                && bytes.Length == at + Member.Length + chain.Length + 2
                ? new ChainLine(run, n, Text(root, "prev"), chain, bytes.AsMemory(0, at))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
