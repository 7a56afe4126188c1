namespace ClickUpMcp.Authorization.Licences;

/// <summary>What the holder of a licence key may do.</summary>
public sealed record LicenceLimits
{
    /// <summary>Words of <see cref="ClickUpMcp.Authorization.Scopes"/>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [ClickUpMcp.Authorization.Scopes.Read];

    /// <summary>The ids of the workspaces; empty for any.</summary>
    public IReadOnlyList<string> Workspaces { get; init; } = [];

    /// <summary>The names of the tools; empty for all.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Tool calls a day (UTC); 0 for any number.</summary>
    public int CallsPerDay { get; init; }

    /// <summary>On how many devices at most; 0 for any number.</summary>
    public int Devices { get; init; }
}
