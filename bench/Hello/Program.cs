// The least that a native .NET program can do for a client: fixed replies to the two requests of a start, without reading what they say.
byte[][] replies =
[
    """{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"hello","version":"1"}}}"""u8.ToArray(),
    """{"jsonrpc":"2.0","id":2,"result":{"tools":[{"name":"hello","inputSchema":{"type":"object"}}]}}"""u8.ToArray(),
];
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
var buffer = new byte[4096];
var requests = 0;
while (input.Read(buffer) is > 0 and var read)
{
    // Notifications have no id; the client waits for each reply, so that a read never holds two requests.
    if (buffer.AsSpan(0, read).IndexOf("\"id\":"u8) >= 0)
    {
        output.Write([.. replies[Math.Min(requests++, 1)], (byte)'\n']);
        output.Flush();
    }
}
