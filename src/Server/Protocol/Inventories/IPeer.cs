namespace ClickUpMcp.Protocol.Inventories;

/// <summary>A legacy client between its requests: it can be told of something that it asked to hear of.</summary>
internal interface IPeer
{
    /// <summary>Ends when it is gone for good.</summary>
    Task Ended { get; }

    /// <summary>Sends a notification that belongs to no request; false when nobody reads it at present.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">A JSON object.</param>
    bool TryNotify(string method, ReadOnlySpan<byte> parameters);
}
