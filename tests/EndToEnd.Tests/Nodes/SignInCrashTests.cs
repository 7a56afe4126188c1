using System.Security.Cryptography;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Nodes;

/// <summary>A server that lets sign in is killed at any point: nothing that it has answered is lost, and nothing is half done.</summary>
public sealed class SignInCrashTests(StoreServers servers, ITestOutputHelper output)
{
    private const int Operations = 1000;
    private const int Clients = 4;
    private const int FewestAnswers = 30;
    private const int MostAnswers = 160;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    [Trait("Requirement", "O-08")]
    [Trait("Requirement", "O-09")]
    public async Task A_thousand_registrations_and_refreshes_survive_kills_at_random_points(string kind)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}");
        Random random = new(seed);
        var folder = Directory.CreateTempSubdirectory("crash-").FullName;
        var store = await StoreDump.CreateAsync(servers, kind, folder);
        var port = FreePort.Next();
        // Where the user is sent at last is a page that anybody may see, under another name than the server's.
        var redirect = $"http://localhost:{port}/healthz";
        using OAuthCalls calls = new(redirect);
        RefreshChain[] chains = [.. Enumerable.Range(0, Clients).Select(_ => new RefreshChain(calls))];
        var environment = Environment(store.Address, folder);
        var kills = 0;
        while (Answered(chains) < Operations)
        {
            await using var server = await StartAsync(environment, port);
            foreach (var chain in chains)
            {
                await (kills == 0 ? chain.SignInAsync(server) : chain.CheckAsync(server));
            }

            var left = random.Next(FewestAnswers, MostAnswers);
            var isGone = false;
            TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Task[] working =
            [
                .. chains.Select(chain =>
                    chain.WorkAsync(
                        server,
                        () =>
                        {
                            if (Interlocked.Decrement(ref left) == 0)
                            {
                                Volatile.Write(ref isGone, true);
                                enough.SetResult();
                            }

                            return true;
                        },
                        () => Volatile.Read(ref isGone)
                    )
                ),
            ];
            await await Task.WhenAny(enough.Task, Task.WhenAll(working));

            // Disposing kills: SIGKILL where there are signals.
            await server.DisposeAsync();
            kills++;
            await Task.WhenAll(working);
        }

        await using (var last = await StartAsync(environment, port))
        {
            foreach (var chain in chains)
            {
                await chain.CheckAsync(last);
            }
        }

        output.WriteLine(
            $"{chains.Sum(chain => chain.Registrations)} registrations, {chains.Sum(chain => chain.Refreshes)} refreshes, "
                + $"{kills} kills, {chains.Sum(chain => chain.Ended)} refreshes used up without a reply"
        );
        kills.ShouldBeGreaterThan(5);
        chains.Sum(chain => chain.Refreshes).ShouldBeGreaterThan(Operations / 3);
        var dump = await store.ReadAsync();
        dump.ShouldContain(redirect, customMessage: "else the dump shows nothing");
        chains.SelectMany(chain => chain.Secrets).Where(dump.Contains).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    private static int Answered(RefreshChain[] chains) => chains.Sum(chain => chain.Registrations + chain.Refreshes);

    private static Dictionary<string, string?> Environment(string store, string folder)
    {
        var keyFile = Path.Combine(folder, "master-key");
        PrivateFile.Write(keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return new()
        {
            ["CLICKUP_MCP_STORE"] = store,
            ["CLICKUP_MCP_MASTER_KEY_FILE"] = keyFile,
            // Requests come from many addresses, as behind a proxy, so that the limits of one hold nobody up.
            ["CLICKUP_MCP_TRUSTED_PROXIES"] = "127.0.0.1",
        };
    }

    private static Task<SignInServer> StartAsync(Dictionary<string, string?> environment, int port) =>
        SignInServer.StartAsync(ServerBinary.Path, [], Limit.Short, environment, again: port);
}
