using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>What the sandbox has stored, read past the server.</summary>
internal static class RawTask
{
    /// <summary>A task as the API shows it.</summary>
    public static Task<JsonElement> ReadAsync(SandboxSession session, string task) =>
        GetAsync(session, $"/api/v2/task/{task}", "include_markdown_description=true");

    /// <summary>The tasks of a list as the API shows them.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadAllAsync(SandboxSession session, string list) =>
        [
            .. (await GetAsync(session, $"/api/v2/list/{list}/task", "subtasks=true&include_closed=true"))
                .GetProperty("tasks")
                .EnumerateArray(),
        ];

    /// <summary>The value of a custom field; null when it has none.</summary>
    public static string? ValueOf(JsonElement task, string field) =>
        task.GetProperty("custom_fields").EnumerateArray().Single(f => f.GetProperty("id").GetString() == field)
            is var found
        && found.TryGetProperty("value", out JsonElement value)
            ? value.GetRawText()
            : null;

    private static async Task<JsonElement> GetAsync(SandboxSession session, string path, string query)
    {
        SandboxResponse response = await session.Sandbox.HandleAsync(
            new SandboxRequest("GET", path, query, SandboxSeed.Token),
            TestContext.Current.CancellationToken
        );
        response.Status.ShouldBe(200);
        return JsonElement.Parse(response.Body.Span);
    }
}
