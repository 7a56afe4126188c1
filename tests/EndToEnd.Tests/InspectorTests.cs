using System.Text.Json;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The official Inspector's command line against the native server, in both protocol eras.</summary>
public sealed class InspectorTests
{
    /// <summary>The Inspector's exit code for a tool that answered with an error.</summary>
    private const int ToolFailed = 5;

    [Theory]
    [InlineData("legacy")]
    [InlineData("modern")]
    public async Task Lists_the_tools_without_a_schema_complaint(string era)
    {
        var done = await InspectAsync(era, "tools/list", "--strict");

        done.ExitCode.ShouldBe(0, done.Everything);
        Result(done).GetProperty("tools").GetArrayLength().ShouldBeGreaterThanOrEqualTo(160);
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("modern")]
    public async Task Calls_a_tool(string era)
    {
        var done = await InspectAsync(era, "tools/call", "--tool-name", "get_current_user", "--tool-args-json", "{}");

        done.ExitCode.ShouldBe(0, done.Everything);
        ToolAnswer.From(Result(done)).Text.ShouldContain("@");
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("modern")]
    public async Task Sees_a_failed_call_as_failed(string era)
    {
        var done = await InspectAsync(
            era,
            "tools/call",
            "--tool-name",
            "get_task",
            "--tool-args-json",
            """{"task":"A task that nobody has created"}"""
        );

        done.ExitCode.ShouldBe(ToolFailed, done.Everything);
    }

    private static async Task<CompletedProcess> InspectAsync(string era, string method, params string[] more)
    {
        var home = Directory.CreateTempSubdirectory("inspector-");
        try
        {
            return await NpmTools.RunScriptAsync(
                "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
                [
                    "--cli",
                    ServerBinary.Path,
                    "stdio",
                    "--sandbox",
                    "--persona",
                    "core,all",
                    "--",
                    "--method",
                    method,
                    "--protocol-era",
                    era,
                    "--format",
                    "json",
                    "-q",
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

    private static JsonElement Result(CompletedProcess done) => JsonElement.Parse(done.Output).GetProperty("result");
}
