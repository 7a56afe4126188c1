using System.Text;

namespace ClickUpMcp.Api;

/// <summary>The body of an upload: multipart/form-data (RFC 7578) with one file.</summary>
internal static class MultipartForm
{
    // What nearly every client sends, whatever the documents call the field.
    private const string Field = "attachment";

    /// <summary>The request with the file as its body.</summary>
    /// <param name="request">A request without a body.</param>
    /// <param name="fileName">A name that <see cref="FileName.Clean"/> gave.</param>
    /// <param name="content">The bytes, which go out as they are.</param>
    public static ClickUpRequest WithFile(this ClickUpRequest request, string fileName, ReadOnlySpan<byte> content)
    {
        string boundary = $"clickup-mcp-{Guid.NewGuid():N}";
        // A quote would end the name; browsers write it so, and ClickUp reads what browsers write.
        string quoted = fileName.Replace("\"", "%22", StringComparison.Ordinal);
        byte[] head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"{Field}\"; filename=\"{quoted}\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
        );
        byte[] tail = Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n");
        byte[] body = new byte[head.Length + content.Length + tail.Length];
        head.CopyTo(body, 0);
        content.CopyTo(body.AsSpan(head.Length));
        tail.CopyTo(body, head.Length + content.Length);
        return request with { Body = body, ContentType = $"multipart/form-data; boundary={boundary}" };
    }
}
