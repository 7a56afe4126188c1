namespace ClickUpMcp.Resolution;

/// <summary>How names are resolved for one principal.</summary>
internal sealed record ResolverOptions
{
    /// <summary>Id or name of the workspace to use when a call names none; null means the only one.</summary>
    public string? Workspace { get; init; }

    /// <summary>IANA id of the zone of times of day; null for that of the user.</summary>
    public string? TimeZoneId { get; init; }

    /// <summary>How long what was loaded is believed.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A name that is not found is looked up anew when what was loaded is older than this.</summary>
    public TimeSpan MissLifetime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many pages of 100 tasks a search by name reads at most.</summary>
    public int MaxTaskPages { get; init; } = 10;

    /// <summary>How many pages of channels, docs or templates a search by name reads at most.</summary>
    public int MaxListingPages { get; init; } = 10;
}
