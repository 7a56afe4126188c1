namespace ClickUpMcp.Transport.Http;

/// <summary>What probes are told, besides that the process lives.</summary>
internal interface IReadiness
{
    /// <summary>Whether requests can be served.</summary>
    bool IsReady { get; }

    /// <summary>What operators should know, a line each; tells nothing of any tenant.</summary>
    string Notes { get; }
}
