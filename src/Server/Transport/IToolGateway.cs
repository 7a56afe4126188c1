using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Transport;

/// <summary>All that a transport knows of the tools: the list to show, and how to call one.</summary>
internal interface IToolGateway
{
    /// <summary>The visible tools' definitions as one UTF-8 JSON array, ready to be sent; constant for the process.</summary>
    ReadOnlyMemory<byte> ToolList { get; }

    /// <summary>The same for clients that know output schemas; has them only when the operator wants structured content.</summary>
    ReadOnlyMemory<byte> StructuredToolList => ToolList;

    /// <summary>Runs one tool.</summary>
    /// <param name="name">The name as the caller wrote it.</param>
    /// <param name="argumentsUtf8">A JSON object; valid only until the returned task completes, since its buffer is pooled.</param>
    /// <param name="progress">Where progress goes.</param>
    /// <param name="cancellationToken">Fires when the caller gives up or the server stops.</param>
    /// <param name="facts">Takes what is known of the call besides its answer; null when nobody asks.</param>
    ValueTask<ToolGatewayResult> CallAsync(
        string name,
        ReadOnlyMemory<byte> argumentsUtf8,
        IProgressReporter progress,
        CancellationToken cancellationToken,
        CallFacts? facts = null
    );
}
