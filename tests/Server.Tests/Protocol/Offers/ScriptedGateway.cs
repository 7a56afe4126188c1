using System.Threading.Channels;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Protocol.Offers;

/// <summary>Returns what the test says at present, and tells of each call after it was answered.</summary>
internal sealed class ScriptedGateway : IToolGateway
{
    private readonly Channel<McpRequest> _calls = Channel.CreateUnbounded<McpRequest>();

    /// <summary>The result of every call; null fails.</summary>
    public ToolResult? Result { get; set; } = new("one");

    public ReadOnlyMemory<byte> ToolList => "[]"u8.ToArray();

    /// <summary>How many calls nobody has taken.</summary>
    public int Untaken => _calls.Reader.Count;

    public ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken)
    {
        _calls.Writer.TryWrite(request);
        return Result is { } result
            ? new(ToolGatewayResult.Called(result))
            : throw new InvalidOperationException("It fails.");
    }

    /// <summary>The next call.</summary>
    public Task<McpRequest> NextAsync() =>
        _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
}
