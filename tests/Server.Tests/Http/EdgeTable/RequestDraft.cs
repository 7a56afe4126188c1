using System.Text;

namespace ClickUpMcp.Tests.Http.EdgeTable;

/// <summary>A request as text, to be spoiled.</summary>
internal sealed class RequestDraft
{
    private readonly Dictionary<string, string?> _headers = [];

    public string Method { get; set; } = "POST";

    public string Path { get; set; } = "/mcp";

    public string Version { get; set; } = "HTTP/1.1";

    public string Body { get; set; } = "";

    public string? this[string header]
    {
        set => _headers[header] = value;
    }

    public override string ToString()
    {
        var text = new StringBuilder($"{Method} {Path} {Version}\r\n");
        if (!_headers.ContainsKey("Content-Length"))
        {
            text.Append($"Content-Length: {Body.Length}\r\n");
        }

        foreach ((string name, string? value) in _headers)
        {
            text.Append(value is null ? "" : $"{name}: {value}\r\n");
        }

        return text.Append("\r\n").Append(Body).ToString();
    }
}
