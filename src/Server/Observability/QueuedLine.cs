namespace ClickUpMcp.Observability;

/// <summary>What the writing thread is to do next: write a line, say that it has come so far, or close the destination.</summary>
/// <param name="Bytes">The line, or several; empty for none, null to close.</param>
/// <param name="Done">Learns whether it was written.</param>
internal readonly record struct QueuedLine(byte[]? Bytes, TaskCompletionSource<bool>? Done)
{
    /// <summary>How many lines it is.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether it is a line and nothing more, so that others may go along with it.</summary>
    public bool IsPlain => Length > 0 && Done is null;

    public int Length => Bytes?.Length ?? 0;
}
