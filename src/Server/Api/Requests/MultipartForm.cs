using System.Buffers;
using System.Text;
using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Api;

/// <summary>A body of texts and files: multipart/form-data (RFC 7578).</summary>
internal sealed class MultipartForm
{
    private readonly string _boundary = $"clickup-mcp-{Guid.NewGuid():N}";
    private ArrayBufferWriter<byte> _parts = new();
    private ReadOnlyMemory<byte> _before;
    private FileSource? _streamed;

    /// <summary>What the body is.</summary>
    public string ContentType => $"multipart/form-data; boundary={_boundary}";

    /// <summary>Adds a text.</summary>
    public void AddText(string name, string value)
    {
        Write($"--{_boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"\r\n\r\n");
        Write(value);
        Write("\r\n");
    }

    /// <summary>Adds a file, whose bytes go out as they are; at most one file of a form may be elsewhere than in memory.</summary>
    /// <exception cref="ActionableException">Nothing is left of the file's name.</exception>
    public void AddFile(string name, string fileName, FileSource content)
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
        if (content.Held is { } held)
        {
            _parts.Write(held);
        }
        else
        {
            _before = _parts.WrittenMemory;
            _streamed = _streamed is null
                ? content
                : throw new InvalidOperationException("A form has one file that is streamed.");
            _parts = new ArrayBufferWriter<byte>();
        }

        Write("\r\n");
    }

    /// <summary>The whole body, when all of it is in memory.</summary>
    /// <param name="streamed">The body, when a file of it is not; else null.</param>
    public ReadOnlyMemory<byte> Finish(out StreamedBody? streamed)
    {
        Write($"--{_boundary}--\r\n");
        streamed = _streamed is null ? null : new StreamedBody(_before, _streamed, _parts.WrittenMemory);
        return _streamed is null ? _parts.WrittenMemory : default;
    }

    // A quote would end the name; browsers write it so, and servers read what browsers write.
    private static string Quoted(string name) => name.Replace("\"", "%22", StringComparison.Ordinal);

    private void Write(string text) => _parts.Write(Encoding.UTF8.GetBytes(text));
}
