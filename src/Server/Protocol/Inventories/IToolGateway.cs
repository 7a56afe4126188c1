namespace ClickUpMcp.Protocol.Inventories;

/// <summary>All that the protocol knows of the tools: the list to show, and how to call one.</summary>
internal interface IToolGateway
{
    /// <summary>The visible tools' definitions as one UTF-8 JSON array, ready to be sent; constant once it is known.</summary>
    ReadOnlyMemory<byte> ToolList { get; }

    /// <summary>The same for clients that know output schemas; has them only when the operator wants structured content.</summary>
    ReadOnlyMemory<byte> StructuredToolList => ToolList;

    /// <summary>Whether the lists are what they will stay; else <see cref="LearnListAsync"/> comes first.</summary>
    bool IsListKnown => true;

    /// <summary>Whether it has made what runs tools.</summary>
    bool HasServices => false;

    /// <summary>Finds out what the lists must show; in vain when nobody says so in time.</summary>
    /// <param name="cancellationToken">Fires when the caller gives up or the server stops.</param>
    ValueTask LearnListAsync(CancellationToken cancellationToken) => default;

    /// <summary>Runs one tool.</summary>
    /// <param name="request">The tool and its arguments.</param>
    /// <param name="cancellationToken">Fires when the caller gives up or the server stops.</param>
    ValueTask<ToolGatewayResult> CallAsync(McpRequest request, CancellationToken cancellationToken);
}
