using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClickUpMcp.Tests.Parity;

/// <summary>Speaks to a server over a pair of byte streams, one line for each message.</summary>
internal sealed class StdioParityClient : IParityClient
{
    private const string NoReply = "(no reply)";

    /// <summary>Only so that a broken server fails its test instead of holding up the run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FakeGateway? _fake;
    private readonly InputStream _input = new();
    private readonly OutputStream _output = new();
    private readonly RecordedAudit _audit;
    private readonly StdioServer _server;
    private readonly Task _run;
    private readonly List<ClientMessage> _begun = [];
    private int _barriers;

    public StdioParityClient(ServerOptions options, FakeGateway? fake, TimeProvider time)
    {
        _fake = fake;
        _audit = new RecordedAudit(time);
        _server = new StdioServer(
            _input,
            _output,
            fake is null ? new CompositionRoot(time).CreateInventory(options) : StdioSession.Inventory(fake),
            new CoreServices
            {
                Logger = NullLogger.Instance,
                Time = time,
                Audit = _audit,
            },
            options.WorkspaceId
        );
        _run = Task.Factory.StartNew(_server.Run, TaskCreationOptions.LongRunning);
    }

    public IReadOnlyList<string> AuditLines => _audit.Lines;

    public async Task<IReadOnlyList<string>> TakeAsync(ParityStep step)
    {
        List<string> received = [];
        switch (step.Kind)
        {
            case StepKind.Begin:
                _begun.Add(step.Message);
                Send(step.Bytes);
                await _fake!.Started.Task.WaitAsync(Patience);
                break;
            case StepKind.Release:
                _fake!.Go.SetResult();
                await ReceiveAsync(received, _begun.Count);
                break;
            default:
                Send(step.Bytes);
                await ReceiveAsync(received, step.Message.IsRequest ? 1 : 0);
                await PassBarrierAsync(received);
                if (_begun.Exists(begun => begun.IsCancelledBy(step.Message)))
                {
                    await _audit.Cancelled.WaitAsync(Patience);
                }

                break;
        }

        return received;
    }

    public async Task<IReadOnlyList<string>> EndAsync()
    {
        List<string> received = [];
        await PassBarrierAsync(received);
        _input.End();
        await _run.WaitAsync(Patience);
        while (_output.Lines.TryRead(out string? line))
        {
            received.Add(line);
        }

        return received;
    }

    public async ValueTask DisposeAsync()
    {
        _input.End();
        await _run.WaitAsync(Patience);
        _server.Dispose();
        _audit.Dispose();
    }

    private void Send(byte[] message) => _input.Send([.. message, (byte)'\n']);

    /// <summary>Takes messages until so many replies are among them.</summary>
    private async Task ReceiveAsync(List<string> received, int replies)
    {
        for (int seen = 0; seen < replies; )
        {
            string line = await ReceiveAsync();
            received.Add(line);
            seen += line == NoReply || IsReply(line) ? 1 : 0;
        }
    }

    /// <summary>Whatever needs no tool is written before the reply to a later ping.</summary>
    private async Task PassBarrierAsync(List<string> received)
    {
        string id = $"\"barrier-{_barriers++}\"";
        Send([.. System.Text.Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":{{id}},"method":"ping"}""")]);
        while (await ReceiveAsync() is var line && line != NoReply && !line.Contains(id, StringComparison.Ordinal))
        {
            received.Add(line);
        }
    }

    private async Task<string> ReceiveAsync()
    {
        try
        {
            return await _output.Lines.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return NoReply;
        }
    }

    private static bool IsReply(string line) =>
        JsonElement.Parse(line) is var message
        && (message.ValueKind == JsonValueKind.Array || !message.TryGetProperty("method", out _));
}
