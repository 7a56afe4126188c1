namespace ClickUpMcp.Projection;

/// <summary>Quotes a value that holds the marks around it, so that no value can pass for two.</summary>
internal static class Quoted
{
    /// <summary>The text, in quotation marks when it holds one of the separators or a quotation mark.</summary>
    public static string IfItHolds(string text, string separators) =>
        text.AsSpan().IndexOfAny(separators) >= 0 || text.Contains('"', StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : text;
}
