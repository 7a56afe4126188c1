namespace ClickUpMcp.Cli.Clients;

/// <summary>The clients that this server can be made known to.</summary>
internal static class ClientTable
{
    private const string Servers = "mcpServers";

    public static IReadOnlyList<ClientTarget> All { get; } =
    [
        new(
            "claude-desktop",
            "Claude Desktop",
            ClientFormat.Json,
            Servers,
            static at => Path.Combine(at.Settings, "Claude", "claude_desktop_config.json")
        ),
        new(
            "claude-code",
            "Claude Code",
            ClientFormat.Json,
            Servers,
            static at => Path.Combine(at.Chosen("CLAUDE_CONFIG_DIR", string.Empty), ".claude.json")
        )
        {
            IsTyped = true,
            KeyReference = "${CLICKUP_API_KEY}",
            Next = "Start a new session to connect; /mcp shows the connection.",
        },
        new("cursor", "Cursor", ClientFormat.Json, Servers, static at => Path.Combine(at.Home, ".cursor", "mcp.json"))
        {
            KeyReference = "${env:CLICKUP_API_KEY}",
            Next = "Turn it on under Settings, MCP.",
        },
        new(
            "vscode",
            "VS Code",
            ClientFormat.Json,
            "servers",
            static at => Path.Combine(at.Settings, "Code", "User", "mcp.json")
        )
        {
            IsTyped = true,
            KeyReference = "${env:CLICKUP_API_KEY}",
            Next = "Run \"MCP: List Servers\" to start it.",
        },
        new(
            "windsurf",
            "Windsurf",
            ClientFormat.Json,
            Servers,
            static at => Path.Combine(at.Home, ".codeium", "windsurf", "mcp_config.json")
        )
        {
            KeyReference = "${env:CLICKUP_API_KEY}",
            Next = "Refresh the list of servers to connect.",
        },
        new(
            "codex",
            "Codex",
            ClientFormat.Toml,
            "mcp_servers",
            static at => Path.Combine(at.Chosen("CODEX_HOME", ".codex"), "config.toml")
        )
        {
            KeyReference = ServerEntry.KeyVariable,
            Next = "Start a new session to connect.",
        },
        new(
            "gemini",
            "Gemini CLI",
            ClientFormat.Json,
            Servers,
            static at => Path.Combine(at.Home, ".gemini", "settings.json")
        )
        {
            KeyReference = "$CLICKUP_API_KEY",
            Next = "Start a new session to connect; /mcp shows the connection.",
        },
        new(
            "zed",
            "Zed",
            ClientFormat.Json,
            "context_servers",
            static at =>
                Path.Combine(
                    OperatingSystem.IsWindows() ? at.Settings : at.DotConfig,
                    OperatingSystem.IsWindows() ? "Zed" : "zed",
                    "settings.json"
                )
        )
        {
            Next = "Zed connects as soon as it reads its settings.",
        },
        new("n8n", "n8n", ClientFormat.Printed, string.Empty, null),
    ];

    public static IEnumerable<string> Names => All.Select(static client => client.Name);

    public static ClientTarget? Find(string name) => All.FirstOrDefault(client => client.Name == name);
}
