using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The official Inspector's command line against the native server, over both transports and in both protocol eras.</summary>
public sealed class InspectorTests
{
    private const string Stdio = "stdio";
    private const string Http = "http";

    /// <summary>The Inspector's exit code for a tool that answered with an error.</summary>
    private const int ToolFailed = 5;

    /// <summary>Its exit code for a server that wants to know who is there.</summary>
    private const int AuthenticationRequired = 3;

    private static readonly string[] Options = ["--sandbox", "--persona", "core,all"];
    private static readonly string[] CurrentUser = ["--tool-name", "get_current_user", "--tool-args-json", "{}"];

    public static MatrixTheoryData<string, string> Ways { get; } = new([Stdio, Http], ["legacy", "modern"]);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Lists_the_tools_without_a_schema_complaint(string transport, string era)
    {
        var done = await InspectAsync(transport, era, "tools/list", "--strict");

        done.ExitCode.ShouldBe(0, done.Everything);
        Result(done).GetProperty("tools").GetArrayLength().ShouldBeGreaterThanOrEqualTo(160);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Calls_a_tool(string transport, string era)
    {
        var done = await InspectAsync(transport, era, "tools/call", CurrentUser);

        ShouldNameTheUser(done);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Sees_a_failed_call_as_failed(string transport, string era)
    {
        var done = await InspectAsync(
            transport,
            era,
            "tools/call",
            "--tool-name",
            "get_task",
            "--tool-args-json",
            """{"task":"A task that nobody has created"}"""
        );

        done.ExitCode.ShouldBe(ToolFailed, done.Everything);
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("modern")]
    public async Task Over_HTTP_a_bearer_token_is_needed_where_the_server_knows_some(string era)
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        await using var server = await ServerBinary.StartHttpAsync([.. Options, "--tokens-file", tokens.Path]);
        string[] target = [server.Address.ToString(), "--transport", Http];

        var known = await InspectAsync(
            [.. target, "--header", $"Authorization: Bearer {TokenFile.Anna}"],
            era,
            "tools/call",
            CurrentUser
        );
        var unknown = await InspectAsync(target, era, "tools/call", CurrentUser);

        ShouldNameTheUser(known);
        unknown.ExitCode.ShouldBe(AuthenticationRequired, unknown.Everything);
    }

    private static async Task<CompletedProcess> InspectAsync(
        string transport,
        string era,
        string method,
        params string[] more
    )
    {
        if (transport == Stdio)
        {
            return await InspectAsync([ServerBinary.Path, "stdio", .. Options, "--"], era, method, more);
        }

        await using var server = await ServerBinary.StartHttpAsync(Options);
        return await InspectAsync([server.Address.ToString(), "--transport", Http], era, method, more);
    }

    private static async Task<CompletedProcess> InspectAsync(string[] target, string era, string method, string[] more)
    {
        var home = Directory.CreateTempSubdirectory("inspector-");
        try
        {
            return await NpmTools.RunScriptAsync(
                "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
                [
                    "--cli",
                    .. target,
                    "--method",
                    method,
                    "--protocol-era",
                    era,
                    "--format",
                    "json",
                    "-q",
                    "--stored-auth-only",
                    .. more,
                ],
                new Dictionary<string, string?>
                {
                    ["HOME"] = home.FullName,
                    ["MCP_AUTO_OPEN_ENABLED"] = "false",
                    ["MCP_INSPECTOR_SECRET_STORE"] = "memory",
                },
                Limit.Long
            );
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static void ShouldNameTheUser(CompletedProcess done)
    {
        done.ExitCode.ShouldBe(0, done.Everything);
        ToolCallResult.From(Result(done)).Text.ShouldContain("@");
    }

    private static JsonElement Result(CompletedProcess done) => JsonElement.Parse(done.Output).GetProperty("result");
}
