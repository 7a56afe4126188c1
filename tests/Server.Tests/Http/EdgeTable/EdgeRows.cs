using System.Globalization;
using System.Net.Sockets;

namespace ClickUpMcp.Tests.Http.EdgeTable;

/// <summary>What breaks each row of the table, in the table's order.</summary>
internal static class EdgeRows
{
    private const int LargestBody = 4 * 1024 * 1024;
    private const int MostOpen = 256;

    /// <summary>More than what three of the largest bodies in progress leave.</summary>
    private const int LargeBody = 300 * 1024;

    private const string Unknown = "no/such";

    private static readonly TimeSpan BodyTime = TimeSpan.FromSeconds(30);

    public static EdgeRow[] All { get; } =
    [
        new("host", 403, -32600, draft => draft["Host"] = "evil.example"),
        new("origin", 403, -32600, draft => draft["Origin"] = "https://evil.example"),
        new("path", 404, -32600, draft => draft.Path = "/elsewhere"),
        new("method", 405, -32600, draft => draft.Method = "PUT"),
        new("content type", 415, -32600, draft => draft["Content-Type"] = "text/plain"),
        new("accept", 406, -32600, draft => draft["Accept"] = "text/html"),
        new(
            "announced size",
            413,
            -32600,
            draft => draft["Content-Length"] = (LargestBody + 1).ToString(CultureInfo.InvariantCulture)
        ),
        new("authentication", 401, -32600, draft => draft["Authorization"] = null),
        new("open requests", 429, -32600, static _ => { }) { IsHeavy = true, SendAsync = SendBesideOpenRequestsAsync },
        new("settings", 400, -32600, draft => draft["X-ClickUp-Team-Id"] = "not a number"),
        new("size", 413, -32600, SendUnannounced) { IsHeavy = true },
        new("time", 408, -32600, draft => draft["Content-Length"] = "1000")
        {
            IsHeavy = true,
            SendAsync = SendAndWaitAsync,
        },
        new("bytes in progress", 429, -32600, draft => draft.Body = draft.Body.PadRight(LargeBody))
        {
            IsHeavy = true,
            SendAsync = static (server, request) => SendBesideUploadsAsync(server, request, TokenFile.Anna),
        },
        new("bytes in progress", 503, -32600, draft => draft.Body = draft.Body.PadRight(LargeBody))
        {
            IsHeavy = true,
            SendAsync = static (server, request) => SendBesideUploadsAsync(server, request, GuardedServer.Others),
        },
        new("encoding", 400, -32700, draft => draft.Body = "{\"\u00e4"),
        new("shape", 400, -32600, draft => draft.Body = "[]"),
        new("revision", 400, -32022, draft => draft["MCP-Protocol-Version"] = "1999-01-01"),
        new("metadata", 400, -32602, draft => draft.Body = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""")
        {
            IsModern = true,
        },
        new("repeated headers", 400, -32020, draft => draft["Mcp-Method"] = "tools/call") { IsModern = true },
        new(
            "methods",
            404,
            -32601,
            draft => (draft["Mcp-Method"], draft.Body) = (Unknown, HttpServer.ModernJson(Unknown))
        )
        {
            IsModern = true,
        },
        new("session", 400, -32600, draft => draft["Mcp-Session-Id"] = null) { IsModern = false },
    ];

    private static void SendUnannounced(RequestDraft draft)
    {
        draft["Content-Length"] = null;
        draft["Transfer-Encoding"] = "chunked";
        draft.Body = $"{LargestBody + 1:x}\r\n{draft.Body.PadRight(LargestBody + 1)}\r\n0\r\n\r\n";
    }

    private static async Task<string> SendBesideOpenRequestsAsync(GuardedServer server, string request)
    {
        (string, string) anna = TokenFile.Bearer(TokenFile.Anna);
        string session = await server.Server.OpenSessionAsync(anna);
        List<Task<HttpResponseMessage>> open = [];
        int id = 0;
        await Wait.UntilAsync(
            () =>
            {
                // The one that opened the session may still count when the first of these come.
                open.RemoveAll(static call => call.IsCompleted);
                while (open.Count < MostOpen)
                {
                    open.Add(
                        server.Server.PostAsync(
                            $$$"""{"jsonrpc":"2.0","id":{{{++id}}},"method":"tools/call","params":{"name":"wait"}}""",
                            [anna, ("Mcp-Session-Id", session)]
                        )
                    );
                }

                return server.Gateway.Waiting >= MostOpen;
            },
            "as many open calls as are let in"
        );

        string reply = await server.Server.RawAsync(request);
        server.Gateway.Go.SetResult();
        foreach (Task<HttpResponseMessage> call in open)
        {
            (await call).Dispose();
        }

        return reply;
    }

    private static async Task<string> SendAndWaitAsync(GuardedServer server, string request)
    {
        Task<string> reply = server.Server.RawAsync(request);
        await Wait.UntilAsync(
            () =>
            {
                // Nothing shows when the server has begun to wait.
                server.Time.Advance(BodyTime);
                return reply.IsCompleted;
            },
            "the end of the time for a body"
        );

        return await reply;
    }

    private static async Task<string> SendBesideUploadsAsync(
        GuardedServer server,
        string request,
        params string[] tokens
    )
    {
        TcpClient[] uploads = await Task.WhenAll(tokens.Select(token => server.UploadAsync(token, LargestBody)));
        // Sent is not yet read: a good request of this size passes until all of them are.
        RequestDraft probe = await server.GoodAsync();
        probe.Body = probe.Body.PadRight(LargeBody);
        await Wait.UntilAsync(
            async () =>
            {
                string reply = await server.Server.RawAsync(probe.ToString());
                for (int i = 0; i < uploads.Length; i++)
                {
                    // A reply means that this request took the place that it still needed.
                    uploads[i] =
                        uploads[i].Available > 0 ? await server.UploadAsync(tokens[i], LargestBody) : uploads[i];
                }

                return !reply.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal);
            },
            "uploads that take all places"
        );
        return await server.Server.RawAsync(request);
    }
}
