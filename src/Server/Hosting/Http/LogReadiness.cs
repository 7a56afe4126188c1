using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Observability;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Tells probes what the audit and the log have lost, whether the servers' common store answers, and whether the policy file is broken.</summary>
internal sealed class LogReadiness(AuditLog? audit, LogWriter log, NodeDirectory? nodes, PolicyFile? policy = null)
    : IReadiness
{
    public bool IsReady => audit is not { IsRefusing: true };

    public string Notes =>
        (IsReady ? "" : "the audit cannot be written, and no call runs without it\n")
        + Note("audit", audit?.Lost ?? 0)
        + Note("log", log.Lost)
        + (policy is { Problem: not null } ? "the policy file is broken, and the earlier one holds\n" : "")
        + (nodes is { IsLost: true } ? "the store does not answer: this server stands alone\n" : "");

    private static string Note(string what, long lost) => lost == 0 ? "" : $"lines of the {what} lost: {lost}\n";
}
