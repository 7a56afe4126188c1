namespace ClickUpMcp.Tests;

/// <summary>Tests that run alone, since what they look at is the whole process's: its memory, or its telemetry listeners.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
