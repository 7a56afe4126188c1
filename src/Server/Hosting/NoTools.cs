using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Hosting;

/// <summary>A gateway to an empty catalogue.</summary>
internal sealed class NoTools : IToolGateway
{
    public ReadOnlyMemory<byte> ToolList { get; } = "[]"u8.ToArray();

    public ValueTask<ToolGatewayResult> CallAsync(
        string name,
        ReadOnlyMemory<byte> argumentsUtf8,
        IProgressReporter progress,
        CancellationToken cancellationToken
    ) => new(ToolGatewayResult.Unknown("There is no such tool; the catalogue is empty."));
}
