namespace ClickUpMcp.Tests.Examples;

/// <summary>A request as it left the client.</summary>
internal sealed record SentRequest(string Method, string Path, string Query, string Body)
{
    /// <summary>Reads a request line of an example, such as <c>GET /api/v2/user?a=b</c>.</summary>
    public static SentRequest Parse(string line)
    {
        string[] words = line.Split(' ', 2);
        string[] parts = words[1].Split('?', 2);
        return new SentRequest(words[0], parts[0], parts.ElementAtOrDefault(1) ?? "", "");
    }

    /// <summary>Method, path and decoded parameters in one order, for comparing.</summary>
    public string Line =>
        $"{Method} {Path} {string.Join(" & ", Query.TrimStart('?').Split('&').Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal))}";
}
