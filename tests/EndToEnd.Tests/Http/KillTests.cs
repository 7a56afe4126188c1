using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>The server dies or is asked to stop while clients work.</summary>
public sealed class KillTests
{
    private const int Clients = 16;
    private const int RoundsOnEachSide = 4;
    private const string List = "90152000002";

    [Fact]
    public async Task Clients_that_retry_get_over_a_killed_server_and_nothing_is_corrupted()
    {
        var audit = Path.GetTempFileName();
        var port = FreePort.Next();
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        var first = await StartAsync(sandbox, audit, port);
        var written = new ConcurrentBag<string>();
        RetryingClient[] clients =
        [
            .. Enumerable
                .Range(0, Clients)
                .Select(i => new RetryingClient(first.Address, $"kill-{i}", isModern: i % 2 == 0, written)),
        ];
        Task[] working = [.. clients.Select(client => client.WorkAsync(RoundsOnEachSide, Limit.Short))];
        await Task.WhenAny(Task.WhenAll(clients.Select(client => client.IsBusy)), Task.WhenAll(working));

        // Disposing kills: SIGKILL where there are signals.
        await first.DisposeAsync();
        await Task.WhenAny(Task.WhenAll(clients.Select(client => client.HasLost)), Task.WhenAll(working));
        await using (var second = await StartAsync(sandbox, audit, port))
        {
            foreach (var client in clients)
            {
                client.Restarted();
            }

            await Task.WhenAll(working);
        }

        clients.ShouldAllBe(client => client.IsModern || client.SessionsLost == 1);
        var names = await TaskNamesAsync(sandbox);
        // The kill may meet each client in one write, which then has no reply; every other round is written.
        clients.ShouldAllBe(client => client.WritesLost <= 1);
        (written.Count + clients.Sum(client => client.WritesLost)).ShouldBeGreaterThanOrEqualTo(
            Clients * RoundsOnEachSide * 2
        );
        written.Where(name => !names.Contains(name)).ShouldBeEmpty();
        var lines = await File.ReadAllTextAsync(audit, Limit.Short);
        lines.ShouldEndWith("\n");
        var creations = lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))
            .Count(call =>
                call.GetProperty("tool").GetString() == "create_task" && call.GetProperty("outcome").GetString() == "ok"
            );
        creations.ShouldBeGreaterThanOrEqualTo(written.Count);
        File.Delete(audit);
    }

    [Fact]
    public async Task An_asked_stop_under_load_answers_whole_or_not_at_all()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are those of POSIX.");
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await using var server = await StartAsync(sandbox, "none", 0);
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var replies = 0;
        Task[] working =
        [
            .. Enumerable.Range(0, Clients).Select(i => Task.Run(() => AskUntilRefusedAsync(i % 2 == 0))),
        ];
        await Task.WhenAny(loaded.Task, Task.WhenAll(working));

        await ChildProcess.RunAsync("kill", ["-s", "TERM", $"{server.Process.Id}"], cancellationToken: Limit.Short);

        (await server.Process.WaitForExitAsync(Limit.Prompt)).ShouldBe(0);
        await Task.WhenAll(working);
        replies.ShouldBeGreaterThan(Clients * 4);

        async Task AskUntilRefusedAsync(bool isModern)
        {
            using var client = new McpHttpClient(server.Address, isModern);
            await client.InitializeAsync(Limit.Short);
            for (var i = 0; await RepliedAsync(i) is { } reply; i++)
            {
                using (reply)
                {
                    // Throws where the body is shorter than it was said to be.
                    var json = await reply.Content.ReadAsStringAsync(Limit.Short);
                    JsonElement.Parse(json).GetProperty("jsonrpc").GetString().ShouldBe("2.0");
                    reply.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
                    if (Interlocked.Increment(ref replies) > Clients * 4)
                    {
                        loaded.TrySetResult();
                    }
                }
            }

            async Task<HttpResponseMessage?> RepliedAsync(int i)
            {
                try
                {
                    return i % 2 == 0
                        ? await client.ListAsync(Limit.Short)
                        : await client.CallAsync(
                            "get_workspace_tasks",
                            """{"include_closed":true,"limit":100}""",
                            Limit.Short
                        );
                }
                catch (HttpRequestException) when (loaded.Task.IsCompleted)
                {
                    // Not a byte of a reply: the connection was refused or closed.
                    return null;
                }
            }
        }
    }

    private static Task<HttpServerProcess> StartAsync(SandboxProcess sandbox, string audit, int port) =>
        HttpServerProcess.StartAsync(
            ServerBinary.Path,
            ["--audit", audit, "--drain-seconds", "5"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_KILL",
                ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
            },
            Limit.Short,
            port
        );

    /// <summary>The names of all tasks of the list, from ClickUp itself.</summary>
    private static async Task<HashSet<string>> TaskNamesAsync(SandboxProcess sandbox)
    {
        using var client = new HttpClient { BaseAddress = sandbox.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "pk_1_KILL");
        HashSet<string> names = [];
        for (var page = 0; ; page++)
        {
            var json = await client.GetStringAsync(
                new Uri($"/api/v2/list/{List}/task?page={page}", UriKind.Relative),
                Limit.Short
            );
            var tasks = JsonElement.Parse(json).GetProperty("tasks");
            if (tasks.GetArrayLength() == 0)
            {
                return names;
            }

            names.UnionWith(tasks.EnumerateArray().Select(task => task.GetProperty("name").GetString()!));
        }
    }
}
