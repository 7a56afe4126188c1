namespace ClickUpMcp.Protocol.Inventories;

/// <summary>What a client responded to a request of ours.</summary>
/// <param name="IsError">Whether it is an error.</param>
/// <param name="Json">The result or the error, as written.</param>
internal sealed record ClientResponse(bool IsError, ReadOnlyMemory<byte> Json);
