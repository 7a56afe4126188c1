using System.Text.Json;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The official TypeScript SDK, both majors and both protocol eras, lists and calls the native server.</summary>
public sealed class TypeScriptSdkTests
{
    [Theory]
    [InlineData("old")]
    [InlineData("new")]
    [InlineData("modern")]
    public async Task Lists_and_calls(string client)
    {
        var done = await NpmTools.RunScriptAsync(
            "sdk-client.mjs",
            [client, ServerBinary.Path, "get_current_user", "{}", "stdio", "--sandbox"],
            null,
            Limit.Long
        );

        done.ExitCode.ShouldBe(0, done.Everything);
        var session = JsonElement.Parse(done.Output);
        session.GetProperty("server").GetProperty("name").GetString().ShouldBe("clickup-mcp");
        session.GetProperty("tools").GetArrayLength().ShouldBeGreaterThanOrEqualTo(30);
        var answer = ToolAnswer.From(session.GetProperty("answer"));
        answer.IsError.ShouldBeFalse(answer.Text);
        answer.Text.ShouldContain("@");
    }
}
