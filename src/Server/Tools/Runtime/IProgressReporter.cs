namespace ClickUpMcp.Tools.Runtime;

/// <summary>Tells the caller how far a call has come; does nothing when it did not ask.</summary>
internal interface IProgressReporter
{
    /// <summary>Whether the caller hears it; one that hears nothing takes a long call for a dead one.</summary>
    bool IsHeard => true;

    /// <summary>Reports progress; values only grow within one call.</summary>
    void Report(double progress, double? total, string message);
}
