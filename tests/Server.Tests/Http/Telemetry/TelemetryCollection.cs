namespace ClickUpMcp.Tests.Http.Telemetry;

/// <summary>Tests that run alone: whoever listens in a process hears all servers of it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "Telemetry";
}
