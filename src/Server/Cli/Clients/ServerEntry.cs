namespace ClickUpMcp.Cli.Clients;

/// <summary>What a client is told about this server.</summary>
/// <param name="Command">The executable.</param>
/// <param name="Arguments">What it is started with.</param>
internal sealed record ServerEntry(string Command, IReadOnlyList<string> Arguments)
{
    public const string Name = "clickup";
    public const string KeyVariable = "CLICKUP_API_KEY";

    /// <summary>The token, or how the client writes that it is taken from a variable; null when the entry says nothing of it.</summary>
    public string? Key { get; init; }

    /// <summary>Whether <see cref="Key"/> is the token itself.</summary>
    public bool HoldsSecret { get; init; }
}
