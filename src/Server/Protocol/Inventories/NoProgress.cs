using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>For a caller that did not ask for progress.</summary>
internal sealed class NoProgress : IProgressReporter
{
    public static NoProgress Instance { get; } = new();

    public bool IsHeard => false;

    public void Report(double progress, double? total, string message) { }
}
