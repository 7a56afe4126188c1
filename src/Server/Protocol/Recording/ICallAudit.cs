namespace ClickUpMcp.Protocol.Recording;

/// <summary>Takes what is to be remembered of each tool call, and of what is refused.</summary>
internal interface ICallAudit
{
    /// <summary>Whether a call may run: not where the operator wants none without a line, and none can be written.</summary>
    ValueTask<bool> IsReadyAsync() => new(true);

    /// <summary>Takes a call's line; never waits for it to be written.</summary>
    void Write(in CallRecord call);

    /// <summary>Takes what was refused in a while.</summary>
    void Write(in RefusalRecord refusals) { }

    /// <summary>Takes what an operator has ended.</summary>
    void Write(in OperatorRecord deed) { }

    /// <summary>Ends when the lines so far are written, where the operator wants no reply before.</summary>
    ValueTask KeepAsync() => default;
}
