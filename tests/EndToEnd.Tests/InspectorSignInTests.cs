using System.Text.Json;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The official Inspector signs in by itself: from the refusal over registration and the pages to a result.</summary>
public sealed class InspectorSignInTests
{
    private const string Invitation = "Please navigate to: ";

    [Theory]
    [InlineData("legacy")]
    [InlineData("modern")]
    [Trait("Promise", "PB-01")]
    public async Task Registers_signs_in_and_calls_a_tool_as_the_user_who_consented(string era)
    {
        await using var server = await ServerBinary.StartSignInAsync("--persona", "core,all");
        var home = Directory.CreateTempSubdirectory("inspector-");
        try
        {
            await using var inspector = await NpmTools.StartScriptAsync(
                "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
                [
                    "--cli",
                    server.Mcp.AbsoluteUri,
                    "--transport",
                    "http",
                    "--callback-url",
                    $"http://127.0.0.1:{FreePort.Next()}/oauth/callback",
                    "--method",
                    "tools/call",
                    "--tool-name",
                    "get_current_user",
                    "--tool-args-json",
                    "{}",
                    "--protocol-era",
                    era,
                    "--format",
                    "json",
                ],
                new Dictionary<string, string?>
                {
                    ["HOME"] = home.FullName,
                    // It signs in only where it may open a browser; with this it finds none, and prints the address alone.
                    ["MCP_AUTO_OPEN_ENABLED"] = "true",
                    ["PATH"] = home.FullName,
                    ["MCP_INSPECTOR_SECRET_STORE"] = "memory",
                }
            );
            inspector.CloseInput();
            var line = await inspector.WaitForLineAsync(
                line => line.StartsWith(Invitation, StringComparison.Ordinal),
                Limit.Short
            );
            using var user = new ConsentingUser();
            await user.AllowAsync(new Uri(line[Invitation.Length..]), Limit.Short);

            var exitCode = await inspector.WaitForExitAsync(Limit.Short);

            exitCode.ShouldBe(0, inspector.Errors);
            ToolCallResult
                .From(JsonElement.Parse(inspector.Output).GetProperty("result"))
                .Text.ShouldContain("@", customMessage: inspector.Output);
            user.Headings.Count.ShouldBe(2, "the consent page, and ClickUp's");
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
