using System.Text;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Reads multipart/form-data (RFC 7578), as far as uploads need it: parts with a name, perhaps a file name.</summary>
internal static class MultipartBody
{
    private const string FormData = "multipart/form-data";

    /// <summary>The boundary, or null where the content type is another one.</summary>
    public static string? BoundaryOf(string? contentType) =>
        contentType is null || !contentType.TrimStart().StartsWith(FormData, StringComparison.OrdinalIgnoreCase)
            ? null
            : HeaderParameters.Of(contentType).GetValueOrDefault("boundary") ?? throw Malformed();

    /// <summary>All parts; the bytes of their contents are those of the body.</summary>
    public static IReadOnlyList<BodyPart> Parse(ReadOnlyMemory<byte> body, string boundary)
    {
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var rest = body[AfterFirst(body.Span, delimiter)..];
        var following = (byte[])[.. "\r\n"u8, .. delimiter];
        var parts = new List<BodyPart>();
        while (!rest.Span.StartsWith("--"u8))
        {
            // White space may stand between a delimiter and the end of its line.
            var line = rest.Span.IndexOf("\r\n"u8);
            if (line < 0 || rest.Span[..line].ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                throw Malformed();
            }

            // From the line break on, so that a part without headers ends its head at once.
            rest = rest[line..];
            var start = rest.Span.IndexOf("\r\n\r\n"u8) + 4;
            var length = start < 4 ? -1 : rest.Span[start..].IndexOf(following);
            if (length < 0)
            {
                throw Malformed();
            }

            parts.Add(Part(Encoding.UTF8.GetString(rest.Span[..start]), rest.Slice(start, length)));
            rest = rest[(start + length + following.Length)..];
        }

        return parts;
    }

    // What stands before the first delimiter is no part.
    private static int AfterFirst(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter)
    {
        if (body.StartsWith(delimiter))
        {
            return delimiter.Length;
        }

        var found = body.IndexOf([.. "\r\n"u8, .. delimiter]);
        return found < 0 ? throw Malformed() : found + 2 + delimiter.Length;
    }

    private static BodyPart Part(string head, ReadOnlyMemory<byte> content)
    {
        var headers = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(static pair => pair.Length == 2)
            .ToLookup(static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var disposition = HeaderParameters.Of(headers["Content-Disposition"].FirstOrDefault() ?? throw Malformed());
        return new BodyPart(
            disposition.GetValueOrDefault("name") ?? throw Malformed(),
            disposition.GetValueOrDefault("filename"),
            headers["Content-Type"].FirstOrDefault(),
            content
        );
    }

    private static ApiException Malformed() => Refuse.BadRequest("Malformed multipart body");
}
