using System.Net;
using System.Net.Sockets;
using ClickUpMcp.Cli;

namespace ClickUpMcp.Tests.Cli;

/// <summary><c>http --check</c> says whether a server would start, and leaves one that runs alone.</summary>
public sealed class HttpCheckTests
{
    [Fact]
    public async Task It_starts_beside_a_server_that_listens_there()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string address = other.LocalEndpoint.ToString()!;

        CliRun run = await CliRun.RunAsync("http", "--check", "--sandbox", "--audit", "none", "--listen", address);

        run.ExitCode.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldBe($"A server with these settings starts; it will listen on {address}.\n");
    }

    [Theory]
    [InlineData("--tokens-file", "--listen", "127.0.0.1:0", "--tokens-file", "/nowhere/tokens")]
    [InlineData("--tls-certificate", "--tls-certificate", "/nowhere/chain.pem", "--tls-key", "/nowhere/key.pem")]
    [InlineData("so clients must authenticate", "--listen", "0.0.0.0:0")]
    [InlineData("Did you mean --check?", "--chekc")]
    public async Task What_keeps_a_server_from_starting_is_one_line(string problem, params string[] flags)
    {
        CliRun run = await CliRun.RunAsync(["http", "--check", "--sandbox", "--audit", "none", .. flags]);

        run.ExitCode.ShouldNotBe(ExitCode.Ok);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task A_variable_that_only_looks_like_a_setting_is_a_problem()
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { ["CLICKUP_MCP_READONLY"] = "1" },
            "http",
            "--check",
            "--sandbox",
            "--audit",
            "none"
        );

        run.ExitCode.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("Did you mean CLICKUP_MCP_READ_ONLY?");
    }
}
