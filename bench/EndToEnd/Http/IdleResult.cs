namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>Resident memory in KiB with so many sessions that nobody uses.</summary>
/// <param name="Sessions">How many.</param>
/// <param name="OneTenant">All of one tenant; null where one may not have so many.</param>
/// <param name="OwnTenants">Each with a ClickUp token of its own.</param>
internal sealed record IdleResult(int Sessions, long? OneTenant, long OwnTenants);
