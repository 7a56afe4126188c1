using System.Net.Http.Headers;

namespace ClickUpMcp.Api;

/// <summary>Reads <c>Link</c> headers (RFC 8288).</summary>
internal static class LinkHeader
{
    /// <summary>The target of <c>rel="next"</c>; null when there is none.</summary>
    public static string? NextOf(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Link", out HeaderStringValues values))
        {
            return null;
        }

        string rest = string.Join(", ", values);
        while (rest.IndexOf('<') is >= 0 and int start && rest.IndexOf('>', start) is >= 0 and int end)
        {
            string target = rest[(start + 1)..end];
            int following = rest.IndexOf(",<", end, StringComparison.Ordinal);
            following = following < 0 ? rest.IndexOf(", <", end, StringComparison.Ordinal) : following;
            string parameters = following < 0 ? rest[(end + 1)..] : rest[(end + 1)..following];
            if (IsNext(parameters))
            {
                return target;
            }

            rest = following < 0 ? string.Empty : rest[(following + 1)..];
        }

        return null;
    }

    // A relation type is one word of a list, in any case, with or without quotes.
    private static bool IsNext(string parameters) =>
        parameters
            .Split(';', StringSplitOptions.TrimEntries)
            .Where(static p => p.StartsWith("rel=", StringComparison.OrdinalIgnoreCase))
            .SelectMany(static p => p[4..].Trim('"').Split(' '))
            .Contains("next", StringComparer.OrdinalIgnoreCase);
}
