using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Nodes;

/// <summary>A server with SQLite and a socket of systemd is replaced by the next process while people work.</summary>
public sealed class UpgradeTests(ITestOutputHelper output) : IDisposable
{
    private const int Workers = 6;
    private const int CallsOnEachSide = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upgrade-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Sessions_grants_and_a_sign_in_half_done_go_on_and_no_call_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sockets are passed on where systemd is.");
        using KeptSocket socket = new();
        using OAuthCalls calls = new($"http://localhost:{socket.Port}/healthz");
        var environment = Environment();
        await using var first = await StartAsync(environment, socket);
        List<(string Client, JsonElement Tokens, McpHttpClient Session)> people = [];
        for (var i = 0; i < Workers; i++)
        {
            var client = await calls.RegisterAsync(first);
            var tokens = await calls.ExchangeAsync(first, client, await calls.CodeAsync(first, client));
            McpHttpClient session = new(
                first.Mcp,
                isModern: i % 2 == 0,
                ("Authorization", $"Bearer {tokens.GetProperty("access_token").GetString()}")
            );
            await session.InitializeAsync(Limit.Short);
            people.Add((client, tokens, session));
        }

        var late = await calls.RegisterAsync(first);
        var code = await calls.CodeAsync(first, late);
        var answered = 0;
        var isReplaced = false;
        TaskCompletionSource[] busy = [.. people.Select(_ => new TaskCompletionSource())];
        Task[] working = [.. people.Select((person, i) => Task.Run(() => WorkAsync(person.Session, busy[i])))];
        await await Task.WhenAny(Task.WhenAll(busy.Select(one => one.Task)), Task.WhenAll(working));

        (await first.StopAsync(Limit.Short)).ShouldBe(0);
        await using var second = await StartAsync(environment, socket);
        second.ProcessId.ShouldNotBe(first.ProcessId);
        Volatile.Write(ref isReplaced, true);
        await Task.WhenAll(working);

        output.WriteLine($"{answered} calls answered");
        people.Add(
            (late, await calls.ExchangeAsync(second, late, code), new McpHttpClient(second.Mcp, isModern: true))
        );
        foreach (var (client, tokens, session) in people)
        {
            (await OAuthCalls.UseAsync(second, tokens)).ShouldBe(HttpStatusCode.OK);
            var (status, renewed) = await calls.RefreshAsync(second, client, tokens);
            status.ShouldBe(HttpStatusCode.OK, renewed.ToString());
            (await OAuthCalls.UseAsync(second, renewed)).ShouldBe(HttpStatusCode.OK);
            session.Dispose();
        }

        async Task WorkAsync(McpHttpClient session, TaskCompletionSource isBusy)
        {
            for (int made = 1, left = CallsOnEachSide; left > 0; made++)
            {
                using var reply = await session.CallAsync("get_current_user", "{}", Limit.Short);
                (await McpHttpClient.ReplyAsync(reply, Limit.Short)).IsError.ShouldBeFalse();
                Interlocked.Increment(ref answered);
                if (made == CallsOnEachSide)
                {
                    isBusy.SetResult();
                }

                left -= Volatile.Read(ref isReplaced) ? 1 : 0;
            }
        }
    }

    private Dictionary<string, string?> Environment()
    {
        var keyFile = Path.Combine(_folder.FullName, "master-key");
        PrivateFile.Write(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return new()
        {
            ["CLICKUP_MCP_STORE"] = $"sqlite:{Path.Combine(_folder.FullName, "store.db")}",
            ["CLICKUP_MCP_MASTER_KEY_FILE"] = keyFile,
            // Requests come from many addresses, as behind a proxy, so that the limits of one hold nobody up.
            ["CLICKUP_MCP_TRUSTED_PROXIES"] = "127.0.0.1",
            ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
            ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
        };
    }

    private static Task<SignInServer> StartAsync(Dictionary<string, string?> environment, KeptSocket socket) =>
        SignInServer.StartAsync(ServerBinary.Path, [], Limit.Short, environment, socket: socket);
}
