namespace ClickUpMcp.Hosting.Http;

/// <summary>The table of what can be configured of the way from an operator to a running server; its verb and the admin verb look at it.</summary>
internal static class AdminSettings
{
    public static Setting[] All { get; } =
    [
        new(
            "adminSocket",
            "admin-socket",
            "CLICKUP_MCP_ADMIN_SOCKET",
            "PATH",
            "socket of the server's user over which clickup-mcp admin sessions reaches it (none)",
            (o, v) => o.Http.AdminSocket = v
        ),
    ];
}
