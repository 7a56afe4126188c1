using System.Net;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tests.SettingEffects;

namespace ClickUpMcp.Tests.Guards;

/// <summary>A-09: a server that is bound to one workspace reaches no other, whoever names it and how.</summary>
public sealed class PinnedWorkspaceTests
{
    private const string Other = "4242";

    private static readonly SettingRow Pinned = SettingRows.All.Single(static row => row.Key == "workspace") with
    {
        Value = "9001",
    };

    [Theory]
    [InlineData("list_spaces", $$"""{"workspace":"{{Other}}"}""")]
    [InlineData("list_spaces", $$"""{"team_id":"{{Other}}"}""")]
    [InlineData("create_space", $$"""{"workspace":"{{Other}}","name":"No"}""")]
    [InlineData("run_write_tool", $$"""{"name":"create_space","arguments":{"workspace":"{{Other}}","name":"No"} }""")]
    public async Task A_09_no_call_reaches_another_workspace(string tool, string arguments)
    {
        await using SettingRun run = await SettingRun.StartAsync(Pinned, SettingSource.Flag);
        await run.CallAsync(tool, arguments);
        run.Paths.ShouldAllBe(static path => !path.Contains(Other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_09_its_own_workspace_needs_no_name()
    {
        await using SettingRun run = await SettingRun.StartAsync(Pinned, SettingSource.Flag);
        await run.CallAsync("list_spaces");
        run.Paths.ShouldContain(static path => path.Contains("/9001/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_09_no_header_names_another_and_no_list_has_the_argument()
    {
        await using SettingRun run = await SettingRun.StartAsync(Pinned, SettingSource.Variable);
        await using HttpServer server = await run.HttpAsync();
        using HttpResponseMessage refused = await server.CallAsync("list_spaces", "{}", ("X-ClickUp-Team-Id", Other));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage withKey = await server.CallAsync(
            "list_spaces",
            "{}",
            ("X-ClickUp-Team-Id", Other),
            ("X-ClickUp-Key", SettingRun.Ben)
        );
        withKey.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        run.Paths.ShouldAllBe(static path => !path.Contains(Other, StringComparison.Ordinal));
        using HttpResponseMessage list = await server.ModernAsync("tools/list");
        string tools = await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        tools.ShouldNotContain("\"workspace\":{\"type\"");
    }
}
