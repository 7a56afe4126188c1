using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Transport.Http;

/// <summary>Reads the headers that name media types, as far as this server cares.</summary>
internal static class MediaTypes
{
    /// <summary>Whether a body is JSON in UTF-8, sent as it is.</summary>
    public static bool IsJson(string? contentType, StringValues contentEncoding)
    {
        if (contentType is null || (contentEncoding.Count > 0 && contentEncoding != "identity"))
        {
            return false;
        }

        string[] parts = contentType.Split(';', StringSplitOptions.TrimEntries);
        return parts[0].Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && parts
                .Skip(1)
                .All(parameter =>
                    !parameter.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)
                    || parameter["charset=".Length..].Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                );
    }

    /// <summary>Whether an Accept header lets a type through; without a header everything is welcome.</summary>
    public static bool Accepts(StringValues accept, string type)
    {
        string[] ranges = accept.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        string group = type[..(type.IndexOf('/', StringComparison.Ordinal) + 1)] + '*';
        return ranges.Length == 0
            || (BestMatch(ranges, type) ?? BestMatch(ranges, group) ?? BestMatch(ranges, "*/*") ?? false);
    }

    /// <summary>Whether the range is welcome (its quality is not 0); null when the header does not name it.</summary>
    private static bool? BestMatch(string[] ranges, string wanted)
    {
        foreach (string range in ranges)
        {
            string[] parts = range.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0].Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return !parts.Skip(1).Any(IsZeroQuality);
            }
        }

        return null;
    }

    private static bool IsZeroQuality(string parameter) =>
        parameter.StartsWith("q=0", StringComparison.OrdinalIgnoreCase)
        && parameter["q=0".Length..].Trim('0', '.') == "";
}
