using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class AuditLogTests
{
    private const string Path = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/auditlogs";
    private readonly Driver _driver = new();

    [Fact]
    public async Task Pages_go_back_in_time_from_the_last_row()
    {
        List<string?> seen = [];
        var start = "";
        while (true)
        {
            var rows = await QueryAsync($$"""{"pageRows":40{{start}},"pageDirection":"before"}""", "{}");
            seen.AddRange(rows.Select(row => row.Str("id")));
            if (rows.Count < 40)
            {
                break;
            }

            rows.ShouldBeInOrder(SortDirection.Descending, Comparer<JsonElement>.Create(ByTime));
            start = $",\"pageTimestamp\":{rows[^1].At("timestamp").GetInt64()}";
        }

        seen.Count.ShouldBeGreaterThan(180);
        seen.Distinct().Count().ShouldBe(seen.Count);
    }

    [Fact]
    public async Task Filters_choose_people_outcomes_and_times()
    {
        var failed = await QueryAsync("{}", $$"""{"eventStatus":"failed","userId":["{{SandboxSeed.MemberId}}"]}""");
        failed.ShouldNotBeEmpty();
        failed.ShouldAllBe(row => row.Str("userEmail") == "carla.rossi@acme.example");
        var end = _driver.Now - 20 * 86_400_000L;
        var early = await QueryAsync("{}", $$"""{"startTime":{{end - 86_400_000L}},"endTime":{{end}}}""");
        early.ShouldNotBeEmpty();
        early.ShouldAllBe(row => row.At("timestamp").GetInt64() <= end);
    }

    [Fact]
    public async Task What_is_done_to_people_enters_the_log()
    {
        await _driver.PostAsync($"/team/{SandboxSeed.WorkspaceId}/guest", """{"email":"new@else.example"}""");
        var rows = await QueryAsync("""{"pageRows":1}""", "{}", "user-activity");
        rows.ShouldHaveSingleItem().Str("eventType").ShouldBe("INVITE_TO_WORKSPACE");
        rows[0].Str("target").ShouldBe("new@else.example");
    }

    [Fact]
    public async Task Only_the_owner_of_an_enterprise_workspace_reads_it()
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 0, SecondWorkspace = true });
        const string Body = """{"applicability":"auth-and-security"}""";
        var other = $"/api/v3/workspaces/{SandboxSeed.SecondWorkspaceId}/auditlogs";
        (await driver.SendAsync("POST", other, Body)).Status.ShouldBe(403);
        driver.Token = SandboxSeed.MemberToken;
        (await driver.SendAsync("POST", Path, Body)).Status.ShouldBe(403);
        (await _driver.SendAsync("POST", Path, """{"applicability":"everything"}""")).Status.ShouldBe(400);
    }

    private static int ByTime(JsonElement one, JsonElement other) =>
        one.At("timestamp").GetInt64().CompareTo(other.At("timestamp").GetInt64());

    private async Task<List<JsonElement>> QueryAsync(
        string pagination,
        string filter,
        string kind = "auth-and-security"
    ) =>
        (
            await _driver.PostAsync(
                Path,
                $$"""{"applicability":"{{kind}}","pagination":{{pagination}},"filter":{{filter}}}"""
            )
        ).List("data");
}
