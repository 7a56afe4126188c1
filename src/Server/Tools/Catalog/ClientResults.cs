namespace ClickUpMcp.Tools.Catalog;

/// <summary>How long results may be, by the client that gets them.</summary>
/// <param name="Usual">Bytes for a client that is not known.</param>
/// <param name="Known">Those that are; the first that fits counts.</param>
internal sealed record ClientResults(int Usual, KnownClient[] Known)
{
    /// <summary>The longest result for a client, in bytes.</summary>
    /// <param name="client">What it calls itself; null when it does not say.</param>
    public int BytesFor(string? client)
    {
        if (client is null)
        {
            return Usual;
        }

        // "Codex", "codex-mcp-client" and "codex_cli" are one client; versions and editions change the rest of the name.
        string letters = string.Concat(client.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        foreach (KnownClient known in Known)
        {
            if (letters.Contains(known.Name, StringComparison.Ordinal))
            {
                return known.ResultBytes;
            }
        }

        return Usual;
    }
}
