using ClickUpMcp.Driver;
using EndToEnd.Tests.Http;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The native server goes on serving whatever becomes of its standard error: the disk behind it is full, or nobody reads it.</summary>
[Trait("Requirement", "L-01")]
public sealed class StandardErrorTests : IDisposable
{
    private const string Full = "exec \"$@\" 2>/dev/full";

    // Standard output goes round the pipe that nobody reads.
    private const string Stalled = "{ \"$@\" 2>&1 >&3 | sleep 1000; } 3>&1";

    /// <summary>Their lines are more than a pipe holds.</summary>
    private const int Calls = 300;

    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("state-");

    [Theory]
    [InlineData(Full)]
    [InlineData(Stalled)]
    public async Task L_01_calls_over_HTTP_are_answered(string shell)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        await using var server = await HttpServerProcess.FromAsync(
            Start(shell, "http", "--listen", "127.0.0.1:0"),
            Limit.Short
        );
        using var client = new McpHttpClient(server.Address, isModern: true);
        for (var i = 0; i < Calls; i++)
        {
            using var response = await client.CallAsync("get_task", """{"task":"27075wz"}""", Limit.Short);
            (await McpHttpClient.ReplyAsync(response, Limit.Short)).IsError.ShouldBeFalse();
        }

        using var probe = new HttpClient();
        var limit = Limit.Short;
        string ready;
        do
        {
            ready = await probe.GetStringAsync(new Uri(server.Address, "/readyz"), limit);
        } while (shell == Full && !ready.Contains("lost", StringComparison.Ordinal));

        ready.ShouldStartWith("ready\n");
    }

    [Theory]
    [InlineData(Full)]
    [InlineData(Stalled)]
    public async Task L_01_calls_over_stdio_are_answered(string shell)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        await using var client = StdioClient.Start("sh", Arguments(shell, "stdio"), Environment());
        await client.InitializeAsync(Limit.Short);
        for (var i = 0; i < Calls; i++)
        {
            (await client.CallAsync("get_workspace", null, Limit.Short)).IsError.ShouldBeFalse();
        }

        if (shell == Full)
        {
            (await client.CloseAsync(Limit.Short)).ShouldBe(0);
        }
    }

    public void Dispose() => _state.Delete(recursive: true);

    private ChildProcess Start(string shell, params string[] verb) =>
        ChildProcess.Start("sh", Arguments(shell, verb), Environment());

    private static string[] Arguments(string shell, params string[] verb) =>
        ["-c", shell, "sh", ServerBinary.Path, .. verb, "--sandbox", "--log-level", "debug", "--audit", "stderr"];

    private Dictionary<string, string?> Environment() =>
        new()
        {
            ["XDG_STATE_HOME"] = _state.FullName,
            ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
            ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
        };
}
