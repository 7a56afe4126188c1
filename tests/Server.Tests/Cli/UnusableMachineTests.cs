using System.Net;
using System.Net.Sockets;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;

namespace ClickUpMcp.Tests.Cli;

/// <summary>What this machine does not have ends the program with one line, or is told to who calls.</summary>
public sealed class UnusableMachineTests
{
    private const string Missing = "This machine has no OpenSSL";

    private static CompositionRoot Bare => new(TimeProvider.System) { HasOpenSsl = false };

    [Theory]
    [InlineData("http", "--sandbox", "--listen=127.0.0.1:PORT")]
    [InlineData("sandbox", "--port=PORT")]
    public async Task A_port_in_use_is_one_line(params string[] arguments)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";

        CliRun run = await CliRun.RunAsync([
            .. arguments.Select(word => word.Replace("PORT", port, StringComparison.Ordinal)),
        ]);

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain(port);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_one_line()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        CliRun run = await CliRun.RunAsync(
            "http",
            "--sandbox",
            "--listen=192.0.2.1:3000",
            "--public-url=https://mcp.example.com",
            $"--tokens-file={tokens.Path}"
        );

        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain("192.0.2.1:3000");
    }

    [Fact]
    public async Task Without_OpenSSL_http_does_not_start()
    {
        CliRun run = await CliRun.RunAsync(Bare, [], "http", "--sandbox", "--listen=127.0.0.1:0");
        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain(Missing);
        run.Error.ShouldContain("libssl3");
    }

    [Fact]
    public async Task Without_OpenSSL_doctor_says_so()
    {
        CliRun run = await CliRun.RunAsync(Bare, [], "doctor", "--sandbox");
        run.ExitCode.ShouldBe(ExitCode.Failed);
        run.Output.ShouldContain("problem openssl     " + Missing);
    }

    [Fact]
    public async Task Without_OpenSSL_the_audit_does_not_start()
    {
        CliRun run = await CliRun.RunAsync(Bare, [], "stdio", "--sandbox", "--audit=stderr");
        run.ShouldBeOneLine(ExitCode.Failed);
        run.Error.ShouldContain(Missing);
    }

    [Theory]
    [InlineData("get_current_user", "{}")]
    [InlineData("list_tasks", """{"list":"Product Backlog","limit":1}""")]
    public async Task Without_OpenSSL_a_call_says_what_is_missing(string tool, string arguments)
    {
        ServerOptions options = new() { Sandbox = true };
        IToolGateway gateway = Bare.CreateInventory(options).Tools.Value;

        gateway.ToolList.IsEmpty.ShouldBeFalse();
        ToolGatewayResult result = await gateway.CallAsync(
            new McpRequest(tool, System.Text.Encoding.UTF8.GetBytes(arguments)),
            TestContext.Current.CancellationToken
        );

        result.Result!.IsError.ShouldBeTrue();
        result.Result.Text.ShouldStartWith(Missing);
        result.Result.Text.ShouldContain("static build");
    }

    [Fact]
    public void OpenSSL_is_looked_for_by_the_names_that_the_runtime_tries()
    {
        List<string> tried = [];
        OpenSsl.IsPresent(name => Note(name, isThere: false)).ShouldBeFalse();
        tried.ShouldBe(["libssl.so.3", "libssl.so.1.1"]);
        tried.Clear();
        OpenSsl.IsPresent(name => Note(name, isThere: true)).ShouldBeTrue();
        tried.ShouldBe(["libssl.so.3"]);

        bool Note(string name, bool isThere)
        {
            tried.Add(name);
            return isThere;
        }
    }
}
