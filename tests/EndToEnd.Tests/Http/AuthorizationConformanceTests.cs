using System.Globalization;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>The official conformance suite's mode for authorization servers, against the server as shipped and without a baseline.</summary>
public sealed class AuthorizationConformanceTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData("2025-11-25", true)]
    [InlineData("2026-07-28", true)]
    [Trait("Requirement", "O-05")]
    [Trait("Promise", "PB-01")]
    public async Task The_authorization_server_passes_everything(string? revision, bool namesResource)
    {
        await using var server = await ServerBinary.StartSignInAsync();
        var port = FreePort.Next();
        var client = await server.RegisterAsync($"http://127.0.0.1:{port}/callback", Limit.Short);
        string[] arguments =
        [
            "authorization",
            "--url",
            server.IssuerText,
            "--client-id",
            client,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            .. namesResource ? (string[])["--resource", server.Mcp.AbsoluteUri] : [],
            .. revision is null ? (string[])[] : ["--spec-version", revision],
        ];

        await using var suite = await NpmTools.StartScriptAsync(
            $"node_modules/{ConformanceRun.Newest}/dist/index.js",
            arguments
        );
        using var user = new ConsentingUser();
        var asked = await suite.WaitForLineAsync(
            line => line.StartsWith(new Uri(server.Issuer, "/authorize?").AbsoluteUri, StringComparison.Ordinal),
            Limit.Short
        );
        await user.AllowAsync(new Uri(asked), Limit.Short);
        var exitCode = await suite.WaitForExitAsync(Limit.Short);

        var run = ConformanceRun.From(exitCode, suite.Output, suite.Errors);
        run.ExitCode.ShouldBe(0, run.Everything);
        run.Checks["authorization-code-grant"].ShouldBe(1, run.Everything);
        // A warning is no failure there, so the number says that clients' metadata documents are announced, too.
        run.Checks["authorization-server-metadata-endpoint"].ShouldBe(2, run.Everything);
    }
}
