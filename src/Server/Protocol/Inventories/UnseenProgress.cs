using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>For a caller that sees by itself how far its file has come, and waits.</summary>
internal sealed class UnseenProgress : IProgressReporter
{
    public static UnseenProgress Instance { get; } = new();

    public void Report(double progress, double? total, string message) { }
}
