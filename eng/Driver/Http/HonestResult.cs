namespace ClickUpMcp.Driver.Http;

/// <summary>What an honest client saw: how many calls, how many failed, and latencies in ms.</summary>
public readonly record struct HonestResult(int Calls, int Failed, double P50, double P99, double Most);
