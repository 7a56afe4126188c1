using System.Text.Json;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Catalogue;

/// <summary>P-05, P-06: what a tool's annotations promise is what ClickUp sees.</summary>
public sealed class ReadOnlyTests
{
    [Fact]
    public async Task P_06_persona_read_only_sends_nothing_but_GET_and_the_query_by_POST()
    {
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await using var client = CatalogueServer.Start(sandbox.Address, "read_only");
        await client.InitializeAsync(Limit.Short);
        var listed = (await client.RequestAsync("tools/list", null, Limit.Short))
            .GetProperty("tools")
            .EnumerateArray()
            .Select(tool => tool.GetProperty("name").GetString()!)
            .ToHashSet();

        foreach (var tool in SpecTool.All.Where(tool => listed.Contains(tool.Name)))
        {
            foreach (var example in tool.Examples)
            {
                var reply = await client.CallAsync(tool.Name, example, Limit.Short);
                reply.IsError.ShouldBeFalse($"{tool.Name}: {reply.Text}");
            }
        }

        string[] others =
        [
            .. Requests(await sandbox.LogAsync(Limit.Short))
                .Where(r => !r.StartsWith("GET ", StringComparison.Ordinal)),
        ];
        others.Distinct().ShouldBe(["POST /api/v3/workspaces/9012000001/auditlogs"]);
        listed.ShouldBe(
            SpecTool.All.Where(t => t.IsReadOnly && !t.IsIn("discovery")).Select(t => t.Name),
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task P_05_annotations_and_verbs_agree_for_every_tool()
    {
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        foreach (var tool in SpecTool.All)
        {
            // A server of its own, so that no cache of another tool hides a request.
            await using var client = CatalogueServer.Start(sandbox.Address);
            await client.InitializeAsync(Limit.Short);
            HashSet<string> verbs = [];
            foreach (var example in tool.Examples)
            {
                await sandbox.ResetAsync(Limit.Short);
                await client.CallAsync(tool.Name, example, Limit.Short);
                verbs.UnionWith(Requests(await sandbox.LogAsync(Limit.Short)).Select(r => r.Split(' ')[0]));
            }

            var seen = $"{tool.Name}: {string.Join(' ', verbs)}";
            // Where nothing was changed, there is nothing to undo; others say first what they would do.
            var undoes = tool.IsIn("changes");
            (verbs.Count > 0 || undoes).ShouldBe(tool.IsOpenWorld, seen);
            var writes = verbs.Except(["GET"]).Any() && !tool.ReadsByPost;
            writes.ShouldBe(tool is { IsReadOnly: false, IsOpenWorld: true, AsksFirst: false } && !undoes, seen);
            (verbs.Contains("DELETE") && !tool.IsDestructive).ShouldBeFalse(seen);
        }
    }

    private static IEnumerable<string> Requests(JsonElement log) =>
        log.EnumerateArray()
            .Select(entry => $"{entry.GetProperty("method").GetString()} {entry.GetProperty("path").GetString()}");
}
