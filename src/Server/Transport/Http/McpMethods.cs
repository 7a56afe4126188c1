namespace ClickUpMcp.Transport.Http;

/// <summary>The methods of MCP by name, so that no name that a client made up is ever shown.</summary>
internal static class McpMethods
{
    public const string CallTool = "tools/call";

    private const string Other = "_OTHER";

    private static readonly string[] Known =
    [
        CallTool,
        "tools/list",
        "initialize",
        "server/discover",
        "ping",
        "notifications/initialized",
        "notifications/cancelled",
        "notifications/progress",
        "notifications/roots/list_changed",
        "prompts/list",
        "prompts/get",
        "resources/list",
        "resources/templates/list",
        "resources/read",
        "resources/subscribe",
        "resources/unsubscribe",
        "subscriptions/listen",
        "completion/complete",
        "logging/setLevel",
    ];

    /// <summary>The name of a method; <c>_OTHER</c> for all that MCP does not know.</summary>
    /// <param name="quoted">The method as written, quotes included.</param>
    public static string NameOf(ReadOnlySpan<byte> quoted)
    {
        string written = JsonTokens.TextOf(quoted);
        return Known.FirstOrDefault(name => name == written, Other);
    }
}
