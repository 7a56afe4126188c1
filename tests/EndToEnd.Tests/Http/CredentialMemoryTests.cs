using System.Security.Cryptography;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>What is left in the server's memory of a ClickUp token after its session has ended.</summary>
public sealed class CredentialMemoryTests(ITestOutputHelper output)
{
    private const int Tenants = 8;
    private const int MostRounds = 40;
    private const int RequestsOfARound = 200;

    /// <summary>Looks different in each form.</summary>
    private const string Special = "\"<+/?%&'\\>~";

    /// <summary>More than the blocks are large that requests are read into.</summary>
    private const int LargeArgument = 200_000;

    [Fact]
    [Trait("Promise", "PA-01")]
    public async Task PA_01_no_token_is_found_in_memory_once_sessions_have_ended_and_others_worked()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux shows the memory of a process as a file.");
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await using var server = await HttpServerProcess.StartAsync(
            ServerBinary.Path,
            ["--audit", "none"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_SERVER",
                ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
            },
            Limit.Short
        );
        var canary = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) + Special;
        McpHttpClient[] clients =
        [
            .. Enumerable
                .Range(1, Tenants)
                .Select(i => new McpHttpClient(server.Address, isModern: false, ("X-ClickUp-Key", $"pk_{i}_{canary}"))),
        ];
        foreach (var client in clients)
        {
            await client.InitializeAsync(Limit.Short);
            await WorkAsync(client, 20);
        }

        var used = Scan("in use");
        used.ShouldNotBeEmpty("else nothing is being looked at");
        foreach (var client in clients)
        {
            await client.EndAsync(Limit.Short);
        }

        var left = Scan("ended");
        for (var round = 1; round <= MostRounds && left.Count > 0; round++)
        {
            using var other = new McpHttpClient(server.Address, isModern: true);
            await WorkAsync(other, RequestsOfARound);
            // Fills the buffers that the ended sessions' requests came through.
            using var large = await other.CallAsync(
                "find_tools",
                $$"""{"query":"{{new string('x', LargeArgument)}}"}""",
                Limit.Short
            );
            await large.Content.ReadAsStringAsync(Limit.Short);
            left = Scan($"round {round}");
        }

        left.ShouldBeEmpty();

        SortedDictionary<string, int> Scan(string when)
        {
            var found = MemoryScan.Find(server.Process.Id, canary);
            output.WriteLine($"{when}: {string.Join(", ", found)}");
            return found;
        }
    }

    private static async Task WorkAsync(McpHttpClient client, int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            using var response = await client.CallAsync("get_task", """{"task":"27075wz"}""", Limit.Short);
            (await McpHttpClient.ReplyAsync(response, Limit.Short)).IsError.ShouldBeFalse();
        }
    }
}
