using System.Buffers;
using System.Text;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Api;

/// <summary>A body of texts and files: multipart/form-data (RFC 7578).</summary>
internal sealed class MultipartForm
{
    private readonly string _boundary = $"clickup-mcp-{Guid.NewGuid():N}";
    private readonly ArrayBufferWriter<byte> _parts = new();

    /// <summary>What the body is.</summary>
    public string ContentType => $"multipart/form-data; boundary={_boundary}";

    /// <summary>Adds a text.</summary>
    public void AddText(string name, string value)
    {
        Write($"--{_boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"\r\n\r\n");
        Write(value);
        Write("\r\n");
    }

    /// <summary>Adds a file, whose bytes go out as they are.</summary>
    /// <exception cref="ActionableException">Nothing is left of the file's name.</exception>
    public void AddFile(string name, string fileName, ReadOnlySpan<byte> content)
    {
        string clean =
            FileName.Clean(fileName)
            ?? throw new ActionableException(
                "The file name cannot be used.",
                "Without folders and control characters nothing is left of it.",
                "Give a plain name such as report.pdf."
            );
        Write(
            $"--{_boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"; filename=\"{Quoted(clean)}\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"
        );
        _parts.Write(content);
        Write("\r\n");
    }

    /// <summary>The whole body.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        Write($"--{_boundary}--\r\n");
        return _parts.WrittenMemory;
    }

    // A quote would end the name; browsers write it so, and servers read what browsers write.
    private static string Quoted(string name) => name.Replace("\"", "%22", StringComparison.Ordinal);

    private void Write(string text) => _parts.Write(Encoding.UTF8.GetBytes(text));
}
