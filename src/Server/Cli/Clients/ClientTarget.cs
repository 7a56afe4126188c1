namespace ClickUpMcp.Cli.Clients;

/// <summary>A program that this server can be made known to.</summary>
/// <param name="Name">As it is written on the command line.</param>
/// <param name="Title">As its makers call it.</param>
/// <param name="Format">How it is told.</param>
/// <param name="Section">The member of its file that holds the servers.</param>
/// <param name="File">Where its file is; null where it has none.</param>
internal sealed record ClientTarget(
    string Name,
    string Title,
    ClientFormat Format,
    string Section,
    Func<ClientPlaces, string>? File
)
{
    /// <summary>How its file says that the token is taken from the environment; null where it cannot say so.</summary>
    public string? KeyReference { get; init; }

    /// <summary>Whether an entry names its transport.</summary>
    public bool IsTyped { get; init; }

    /// <summary>What to do once the file is written.</summary>
    public string Next { get; init; } = "Restart it to connect.";
}
