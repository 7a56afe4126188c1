namespace ClickUpMcp.Driver.Http;

/// <summary>What a request asks for.</summary>
/// <param name="Method">The method.</param>
/// <param name="Name">The tool; null for a method that has none.</param>
/// <param name="Arguments">The tool's arguments as JSON.</param>
public sealed record McpCall(string Method, string? Name = null, string Arguments = "{}")
{
    public static McpCall List { get; } = new("tools/list");

    public static McpCall GetTask { get; } = Tool("get_task", """{"task":"27075wz"}""");

    public static McpCall Tool(string name, string arguments) => new("tools/call", name, arguments);

    /// <summary>The message; its id is always the same, so that equal requests are equal bytes.</summary>
    public string Json(string? meta)
    {
        string[] parts = Name is null ? [] : [$"\"name\":\"{Name}\"", $"\"arguments\":{Arguments}"];
        var parameters = string.Join(',', meta is null ? parts : [.. parts, meta]);
        return $$$"""{"jsonrpc":"2.0","id":1,"method":"{{{Method}}}","params":{{{{parameters}}}}}""";
    }
}
