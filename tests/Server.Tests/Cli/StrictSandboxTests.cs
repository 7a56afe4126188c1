using ClickUpMcp.Sandbox;

namespace ClickUpMcp.Tests.Cli;

/// <summary>The built-in ClickUp can refuse tokens as the real one does, so that a wrong key can be rehearsed.</summary>
public sealed class StrictSandboxTests
{
    [Theory]
    [InlineData(null, "Anna Schmidt")]
    [InlineData(SandboxSeed.Token, "Anna Schmidt")]
    [InlineData(SandboxSeed.MemberToken, "Carla Rossi")]
    [InlineData("pk_1_WRONG", "does not accept the API key")]
    [InlineData("oauth-like", "does not accept the API key")]
    public async Task It_works_with_the_configured_token(string? key, string expected)
    {
        foreach (
            string[] strict in (string[][])
                [
                    ["--sandbox-strict"],
                    [],
                ]
        )
        {
            Dictionary<string, string> variables = key is null ? [] : new() { ["CLICKUP_API_KEY"] = key };
            if (strict.Length == 0)
            {
                variables["CLICKUP_MCP_SANDBOX_STRICT"] = "true";
            }

            CliRun run = await CliRun.RunAsync(variables, ["call", "get_current_user", "--sandbox", .. strict]);
            (run.Output + run.Error).ShouldContain(expected);
            (run.ExitCode == 0).ShouldBe(!expected.StartsWith("does", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Otherwise_no_token_is_wrong()
    {
        Dictionary<string, string> variables = new() { ["CLICKUP_API_KEY"] = "pk_1_WRONG" };
        CliRun run = await CliRun.RunAsync(variables, "call", "get_current_user", "--sandbox");
        run.ExitCode.ShouldBe(0);
    }
}
