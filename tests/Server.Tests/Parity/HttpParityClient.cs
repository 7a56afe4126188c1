using System.Net.Http.Headers;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Tests.Parity;

/// <summary>Speaks to a server over HTTP as clients do: a session for legacy messages, headers that repeat modern ones.</summary>
internal sealed class HttpParityClient : IParityClient
{
    private const string SessionHeader = "Mcp-Session-Id";
    private const string VersionHeader = "MCP-Protocol-Version";

    private readonly HttpServer _server;
    private readonly FakeGateway? _fake;
    private readonly string _audit;
    private readonly List<BegunRequest> _begun = [];
    private string? _session;
    private string? _version;
    private bool _hasEnded;

    private HttpParityClient(HttpServer server, FakeGateway? fake, string audit)
    {
        _server = server;
        _fake = fake;
        _audit = audit;
    }

    /// <summary>Whether initialize has opened a session.</summary>
    public bool HasSession => _session is not null;

    public IReadOnlyList<string> AuditLines { get; private set; } = [];

    public static async Task<HttpParityClient> StartAsync(
        Action<ServerOptions> configure,
        FakeGateway? fake,
        TimeProvider time
    )
    {
        string audit = Path.GetTempFileName();
        return new(
            fake is null
                ? await HttpServer.StartAsync(Configure, time)
                : await HttpServer.StartAsync(fake, Configure, time),
            fake,
            audit
        );

        void Configure(ServerOptions options)
        {
            options.Audit = audit;
            configure(options);
        }
    }

    public async Task<IReadOnlyList<string>> TakeAsync(ParityStep step)
    {
        switch (step.Kind)
        {
            case StepKind.Begin:
                BegunRequest begun = new(step.Message, new CancellationTokenSource());
                _begun.Add(begun with { Reply = PostAsync(step, begun.HangUp.Token) });
                await _fake!.Started.Task.WaitAsync(HttpServer.Patience);
                return [];
            case StepKind.Release:
                _fake!.Go.SetResult();
                return await TakeBegunAsync();
            default:
                if (CancelledBy(step.Message) is { } cancelled)
                {
                    await cancelled.HangUp.CancelAsync();
                    await _fake!.Cancelled.Task.WaitAsync(HttpServer.Patience);
                    return [];
                }

                return await PostAsync(step, TestContext.Current.CancellationToken);
        }
    }

    public async Task<IReadOnlyList<string>> EndAsync()
    {
        IReadOnlyList<string> received = await TakeBegunAsync();
        // What the client has given up may still run; the server stops when it has ended.
        await StopAsync();
        string[] lines = await File.ReadAllLinesAsync(_audit, TestContext.Current.CancellationToken);
        // Over HTTP what is refused is counted by sender; over stdio there is one, who has the refusals.
        AuditLines = [.. lines.Where(static line => !line.Contains("\"count\":", StringComparison.Ordinal))];
        return received;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        File.Delete(_audit);
    }

    private async Task StopAsync()
    {
        if (!_hasEnded)
        {
            _hasEnded = true;
            await _server.DisposeAsync();
        }
    }

    /// <summary>The begun request that a modern client cancels, which over HTTP it does by hanging up.</summary>
    private BegunRequest? CancelledBy(ClientMessage message) =>
        _begun.Find(begun => begun.Message.IsModern && begun.Message.IsCancelledBy(message));

    private async Task<IReadOnlyList<string>> TakeBegunAsync()
    {
        List<string> received = [];
        foreach (BegunRequest begun in _begun)
        {
            try
            {
                received.AddRange(await begun.Reply);
            }
            catch (OperationCanceledException) when (begun.HangUp.IsCancellationRequested)
            {
                // Who hangs up gets no reply.
            }

            begun.HangUp.Dispose();
        }

        _begun.Clear();
        return received;
    }

    private async Task<IReadOnlyList<string>> PostAsync(ParityStep step, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new ByteArrayContent(step.Bytes),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        // A server that takes no more of a body says so before it is sent.
        request.Headers.ExpectContinue = step.Bytes.Length > AllowedDifferences.MostBytes;
        AddHeaders(request.Headers, step.Message);
        using HttpResponseMessage response = await _server.Client.SendAsync(request, cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.Headers.TryGetValues(SessionHeader, out IEnumerable<string>? opened))
        {
            _session = opened.Single();
            _version = JsonElement.Parse(body).GetProperty("result").GetProperty("protocolVersion").GetString();
        }

        return response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ?
            [
                .. body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                    .Select(static item => item["data: ".Length..].TrimEnd('\n')),
            ]
            : [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private void AddHeaders(HttpRequestHeaders headers, ClientMessage message)
    {
        if (message.Version is { } version)
        {
            Add(headers, VersionHeader, version);
            Add(headers, "Mcp-Method", message.Method);
            Add(headers, "Mcp-Name", message.Name);
        }
        else if (message is not { Method: "initialize", Id: not null })
        {
            Add(headers, SessionHeader, _session);
            Add(headers, VersionHeader, _version);
        }
    }

    private static void Add(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, McpHeaderEncoder.EncodeValue(value)).ShouldBeTrue(name);
        }
    }

    /// <summary>A request whose reply is awaited later.</summary>
    private sealed record BegunRequest(ClientMessage Message, CancellationTokenSource HangUp)
    {
        public Task<IReadOnlyList<string>> Reply { get; init; } = Task.FromResult<IReadOnlyList<string>>([]);
    }
}
