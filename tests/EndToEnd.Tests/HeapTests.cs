using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>What the start makes in blocks is to the collector as if the runtime had made it (docs/decisions/0064-static-bases.md).</summary>
public sealed class HeapTests
{
    // With so little room for young objects each of these calls makes the collector run, which then looks at every object and reference.
    private const int Calls = 40;

    // They leave some 600 MiB of garbage; 3 MiB are in use, and pages of code and libraries take 20.
    private const int ManyCalls = 10_000;
    private const long MostKibi = 80 * 1024;

    private static readonly Dictionary<string, string?> Checked = new()
    {
        ["DOTNET_HeapVerify"] = "1",
        ["DOTNET_GCgen0size"] = "40000",
    };

    [Fact]
    public async Task The_heap_stands_the_check_of_the_collector_through_many_collections()
    {
        await using var client = StdioClient.Start(ServerBinary.Path, ["stdio", "--sandbox"], Checked);
        await client.InitializeAsync(Limit.Short);
        for (var call = 0; call < Calls; call++)
        {
            var arguments = new JsonObject { ["lists"] = new JsonArray("Product Backlog"), ["limit"] = 100 };
            (await client.CallAsync("get_workspace_tasks", arguments, Limit.Short)).IsError.ShouldBeFalse();
        }

        (await client.CloseAsync(Limit.Short)).ShouldBe(0);
    }

    [Fact]
    public async Task Many_small_calls_leave_no_memory_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Resident memory is read from /proc.");
        var unlimited = new Dictionary<string, string?> { ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0" };
        await using var client = StdioClient.Start(ServerBinary.Path, ["stdio"], unlimited);
        await client.InitializeAsync(Limit.Short);
        for (var call = 0; call < ManyCalls; call++)
        {
            var arguments = new JsonObject { ["query"] = "log time on a task" };
            (await client.CallAsync("find_tools", arguments, Limit.Short)).IsError.ShouldBeFalse();
        }

        ProcessMemory.Of(client.ProcessId).Peak.ShouldBeLessThan(MostKibi);
        (await client.CloseAsync(Limit.Short)).ShouldBe(0);
    }
}
