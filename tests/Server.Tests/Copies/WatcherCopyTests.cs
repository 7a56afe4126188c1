using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>Those who watch a task watch its copy where that is asked for, and who cannot is named.</summary>
public sealed class WatcherCopyTests : IAsyncDisposable
{
    private readonly CopySession _session = new();

    [Fact]
    public async Task Watchers_go_along_where_they_are_asked_for()
    {
        string root = await PlantAsync(_session);

        await _session.CallAsync("duplicate_task", $$"""{"task":"{{root}}","name":"Without","without":["subtasks"]}""");
        await _session.CallAsync("duplicate_task", $$"""{"task":"{{root}}","name":"With","include":["watchers"]}""");

        (await WatchersAsync("Without")).ShouldNotContain(SandboxSeed.OtherMemberId);
        (await WatchersAsync("With")).ShouldContain(SandboxSeed.OtherMemberId);
    }

    [Fact]
    public async Task A_watcher_whom_ClickUp_ignores_is_named()
    {
        string root = await PlantAsync(_session);
        _session.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Ignore,
                Method = "PUT",
                PathPrefix = "/api/v2/task/",
                Members = ["watchers"],
            }
        );

        ToolResult result = await _session.CallAsync(
            "duplicate_task",
            $$"""{"task":"{{root}}","name":"With","include":["watchers"]}"""
        );

        result.Text.ShouldContain("Not copied: watcher ");
        result.Text.ShouldContain("ClickUp accepted it and did not apply it");
    }

    [Fact]
    public async Task A_watcher_who_is_no_member_there_is_named()
    {
        await using CopySession two = new(secondWorkspace: true);
        string root = await PlantAsync(two);

        ToolResult result = await two.CallAsync(
            "transfer_task",
            $$"""{"task":"{{root}}","list":"90152000019","workspace":"Acme"}"""
        );

        result.Text.ShouldContain("Not copied: watcher ");
        result.Text.ShouldContain("they are no members of the other workspace");
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static async Task<string> PlantAsync(CopySession session)
    {
        string root = await session.PlantAsync();
        await session.CallAsync(
            "update_task",
            $$"""{"task":"{{root}}","add_watchers":["{{SandboxSeed.OtherMemberId}}"],"workspace":"Acme"}"""
        );
        return root;
    }

    private async Task<long[]> WatchersAsync(string name)
    {
        JsonElement task = await _session.GetAsync($"/api/v2/task/{await _session.FindAsync(name)}");
        return [.. task.GetProperty("watchers").EnumerateArray().Select(static p => p.GetProperty("id").GetInt64())];
    }
}
