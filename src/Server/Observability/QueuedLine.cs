namespace ClickUpMcp.Observability;

/// <summary>What the writing thread is to do next: write a line, say that it has come so far, or close the destination.</summary>
/// <param name="Bytes">The line; empty for none, null to close.</param>
/// <param name="Done">Learns whether it was written.</param>
internal readonly record struct QueuedLine(byte[]? Bytes, TaskCompletionSource<bool>? Done)
{
    public int Length => Bytes?.Length ?? 0;
}
