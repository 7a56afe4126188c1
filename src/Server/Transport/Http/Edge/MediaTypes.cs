using Microsoft.Extensions.Primitives;

namespace ClickUpMcp.Transport.Http;

/// <summary>Reads the headers that name media types, as far as this server cares.</summary>
/// <remarks>Every request comes through here, so nothing is allocated.</remarks>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string EventStream = "text/event-stream";

    private const string Charset = "charset=";
    private const string ZeroQuality = "q=0";

    /// <summary>Whether a body is JSON in UTF-8, sent as it is.</summary>
    public static bool IsJson(string? contentType, StringValues contentEncoding)
    {
        if (contentType is null || (contentEncoding.Count > 0 && contentEncoding != "identity"))
        {
            return false;
        }

        ReadOnlySpan<char> rest = contentType;
        bool isJson = Same(Take(ref rest, ';'), Json);
        while (isJson && !rest.IsEmpty)
        {
            ReadOnlySpan<char> parameter = Take(ref rest, ';');
            isJson =
                !parameter.StartsWith(Charset, StringComparison.OrdinalIgnoreCase)
                || Same(parameter[Charset.Length..].Trim('"'), "utf-8");
        }

        return isJson;
    }

    /// <summary>Whether an Accept header lets a type through; without a header everything is welcome.</summary>
    public static bool Accepts(StringValues accept, string type)
    {
        ReadOnlySpan<char> ranges = accept.ToString();
        bool isWelcome = ranges.Trim(',').IsEmpty;
        int best = 0;
        while (!ranges.IsEmpty)
        {
            ReadOnlySpan<char> parameters = Take(ref ranges, ',');
            int precision = PrecisionOf(Take(ref parameters, ';'), type);
            if (precision > best)
            {
                best = precision;
                isWelcome = !HasZeroQuality(parameters);
            }
        }

        return isWelcome;
    }

    /// <summary>How closely a range of the Accept header names a type; 0 when it does not.</summary>
    private static int PrecisionOf(ReadOnlySpan<char> range, ReadOnlySpan<char> type) =>
        Same(range, type) ? 3
        : range.EndsWith("/*") && type.StartsWith(range[..^1], StringComparison.OrdinalIgnoreCase) ? 2
        : range is "*/*" ? 1
        : 0;

    private static bool HasZeroQuality(ReadOnlySpan<char> parameters)
    {
        bool isZero = false;
        while (!isZero && !parameters.IsEmpty)
        {
            ReadOnlySpan<char> parameter = Take(ref parameters, ';');
            isZero =
                parameter.StartsWith(ZeroQuality, StringComparison.OrdinalIgnoreCase)
                && parameter[ZeroQuality.Length..].Trim("0.").IsEmpty;
        }

        return isZero;
    }

    /// <summary>Takes the text up to a separator off its beginning, without blanks around it.</summary>
    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, char separator)
    {
        int end = text.IndexOf(separator);
        ReadOnlySpan<char> part = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return part.Trim();
    }

    private static bool Same(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
