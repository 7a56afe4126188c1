using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The official TypeScript SDK, both majors and both protocol eras, lists and calls the native server.</summary>
public sealed class TypeScriptSdkTests
{
    public static TheoryData<string> Kinds { get; } = ["old", "new", "modern"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Lists_and_calls_over_stdio(string kind) =>
        ShouldHaveWorked(await RunAsync(kind, ServerBinary.Path, "stdio", "--sandbox"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Lists_and_calls_over_HTTP(string kind)
    {
        await using var server = await ServerBinary.StartHttpAsync("--sandbox");

        var outcome = ShouldHaveWorked(await RunAsync(kind, server.Address.ToString()));

        (outcome.Session is null).ShouldBe(kind == "modern");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Over_HTTP_a_bearer_token_is_needed_where_the_server_knows_some(string kind)
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        await using var server = await ServerBinary.StartHttpAsync("--sandbox", "--tokens-file", tokens.Path);
        var address = server.Address.ToString();

        ShouldHaveWorked(await RunAsync(kind, address, $"Authorization: Bearer {TokenFile.Anna}"));
        foreach (
            var headers in (string[][])
                [
                    [],
                    [$"Authorization: Bearer {TokenFile.Ben}"],
                ]
        )
        {
            var refused = await RunAsync(kind, address, headers);

            refused.ExitCode.ShouldBe(1);
            refused.Errors.ShouldContain("401");
            refused.Output.ShouldBeEmpty();
        }
    }

    private static Task<CompletedProcess> RunAsync(string kind, string target, params string[] more) =>
        SdkClient.RunAsync(new SdkClient(kind, target, more, ("get_current_user", [])));

    private static SdkOutcome ShouldHaveWorked(CompletedProcess done)
    {
        var outcome = SdkOutcome.Of(done).ShouldHaveSingleItem();
        outcome.Server.ShouldBe("clickup-mcp");
        outcome.Tools.ShouldBeGreaterThanOrEqualTo(30);
        var reply = outcome.Replies.ShouldHaveSingleItem();
        reply.IsError.ShouldBeFalse(reply.Text);
        reply.Text.ShouldContain("@");
        return outcome;
    }
}
