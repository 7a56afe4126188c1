namespace ClickUpMcp.Cli.Clients;

/// <summary>How a client is told of a server.</summary>
internal enum ClientFormat
{
    /// <summary>An object of servers in a JSON file, which may have comments.</summary>
    Json,

    /// <summary>A section of a TOML file.</summary>
    Toml,

    /// <summary>By hand, with what is printed.</summary>
    Printed,
}
