using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>Calls that together send every write of the spec, and what they sent.</summary>
internal static class WriteCalls
{
    /// <summary>The examples of all tools that write.</summary>
    public static IReadOnlyList<ToolExample> Examples { get; } =
    [
        .. ToolExample
            .ByTool.Values.SelectMany(static examples => examples)
            .Where(static example => example is { IsReadOnly: false, IsOfChanges: false }),
    ];

    // What no example does, since these tools choose among several requests.
    private static readonly (string Tool, string Arguments)[] Further =
    [
        ("create_comment", $$"""{"list":"{{SandboxSeed.ApiListId}}","text":"Hello"}"""),
        ("create_comment", $$"""{"view":"{{SandboxSeed.ChatViewId}}","text":"Hello"}"""),
        ("create_view", $$"""{"folder":"{{SandboxSeed.BackendFolderId}}","name":"New","type":"list"}"""),
        ("create_view", $$"""{"space":"{{SandboxSeed.EngineeringSpaceId}}","name":"New","type":"list"}"""),
        ("get_audit_logs", """{"applicability":"user-activity"}"""),
        (
            "set_time_estimates",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","unassigned":"1h","replace":true,"workspace":"{{SandboxSeed.WorkspaceId}}"}"""
        ),
    ];

    private static readonly Lazy<Task<IReadOnlyList<ClickUpRequest>>> All = new(SendAllAsync);

    /// <summary>All requests but GET that the calls sent, as the emitted operations built them.</summary>
    public static Task<IReadOnlyList<ClickUpRequest>> SentAsync() => All.Value;

    private static async Task<IReadOnlyList<ClickUpRequest>> SendAllAsync()
    {
        List<ClickUpRequest> sent = [];
        foreach (
            (string tool, string arguments) in Examples
                .Select(static example => (example.Tool, example.Arguments))
                .Concat(Further)
                .Append(("upload_attachment", await UploadAsync()))
        )
        {
            SandboxSession session = new();
            ToolResult result = await session.CallAsync(tool, arguments);
            result.IsError.ShouldBeFalse($"{tool} {arguments}: {result.Text}");
            sent.AddRange(session.Requests.Where(static request => request.Method != ClickUpMethod.Get));
        }

        return sent;
    }

    private static async Task<string> UploadAsync()
    {
        SandboxSession session = new();
        await session.CallAsync("list_custom_fields", $$"""{"list":"{{SandboxSeed.ApiListId}}"}""");
        string field = JsonElement
            .Parse(session.LastResult)
            .GetProperty("fields")
            .EnumerateArray()
            .First(static field => field.GetProperty("type").GetString() == "attachment")
            .GetProperty("id")
            .GetString()!;
        return $$"""{"custom_field_id":"{{field}}","file_name":"spec.pdf","file_data":"AAEC"}""";
    }
}
