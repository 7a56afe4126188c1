using System.Text;
using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Handlers;
using NodaTime;

namespace ClickUpMcp.Tests.Reports;

/// <summary>Sprints are found by their dates and names, and their tasks are all in, wherever their home is.</summary>
public sealed class SprintTests
{
    private readonly SandboxSession _session = new(format: OutputFormat.Json);

    [Theory]
    [InlineData("active", SandboxSeed.CurrentSprintListId)]
    [InlineData("next", SandboxSeed.NextSprintListId)]
    [InlineData("previous", SandboxSeed.PastSprintListId)]
    [InlineData("Sprint 41", SandboxSeed.PastSprintListId)]
    [InlineData(SandboxSeed.NextSprintListId, SandboxSeed.NextSprintListId)]
    public async Task A_sprint_is_the_one_that_is_meant(string wanted, string id)
    {
        Report sprint = await Report.ReadAsync(_session, "get_sprint", $$"""{"sprint":"{{wanted}}"}""");

        sprint.Root.GetProperty("id").GetString().ShouldBe(id);
    }

    [Fact]
    public async Task Tasks_with_another_home_are_in()
    {
        Report sprint = await Report.ReadAsync(_session, "get_sprint", "{}");
        JsonElement listed = (
            await Report.ReadAsync(
                _session,
                "list_tasks",
                """{"sprint":"active","include_closed":true,"subtasks":true}"""
            )
        ).Root;

        string?[] ids = [.. sprint.Rows("tasks").Select(static row => row.GetProperty("id").GetString())];
        ids.ShouldContain(SandboxSeed.RichTaskId);
        listed
            .GetProperty("items")
            .EnumerateArray()
            .Select(static row => row.GetProperty("id").GetString())
            .ShouldBe(ids, ignoreOrder: true);
        sprint.Number("tasks").ShouldBe(ids.Length);
    }

    [Fact]
    public async Task Archived_tasks_are_looked_for_in_a_sprint_that_is_not_archived()
    {
        Report listed = await Report.ReadAsync(_session, "list_tasks", """{"sprint":"active","archived":true}""");

        // As of any list, the sandbox shows its tasks also with this filter.
        listed.Root.GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Figures_by_status_make_the_whole()
    {
        Report sprint = await Report.ReadAsync(
            _session,
            "get_sprint",
            """{"fields":["tasks","points","not_started","in_progress","done","added"]}"""
        );
        IReadOnlyList<JsonElement> statuses = sprint.Rows("by_status");

        statuses.Sum(static row => Report.Number(row, "tasks")).ShouldBe(sprint.Number("tasks"));
        statuses.Sum(static row => Report.Number(row, "points")).ShouldBe(sprint.Number("points"));
        (sprint.Number("not_started") + sprint.Number("in_progress") + sprint.Number("done")).ShouldBe(
            sprint.Number("tasks")
        );
        sprint
            .Rows("tasks")
            .Count(static row => row.TryGetProperty("scope", out JsonElement scope) && scope.ValueEquals("added"))
            .ShouldBe((int)sprint.Number("added"));
    }

    [Fact]
    public async Task The_burndown_ends_today_with_what_is_not_done()
    {
        Report sprint = await Report.ReadAsync(_session, "get_sprint", "{}");
        IReadOnlyList<JsonElement> past = sprint.Rows("burndown");

        past[0].GetProperty("day").GetString().ShouldBe(sprint.Root.GetProperty("start").GetString());
        past[^1].GetProperty("day").GetString().ShouldBe("2026-11-20");
        Report.Number(past[^1], "tasks_left").ShouldBe(sprint.Number("tasks") - sprint.Number("done"));
        Report.Number(past[^1], "ideal").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Days_on_which_nothing_changed_are_left_out_between_the_first_and_the_last()
    {
        LocalDate first = new(2026, 11, 2);
        (int? Tasks, decimal? Points)[] left = [(5, 8), (5, 8), (5, 3), (4, 3), (4, 3), (4, 3), (null, null)];

        IReadOnlyList<Burndown> shown = Burndown.Changes([
            .. left.Select((day, i) => new Burndown(first.PlusDays(i), day.Tasks, day.Points, 5 - i)),
        ]);

        shown.Select(static row => row.Day.Day).ShouldBe([2, 4, 5, 7]);
    }

    [Fact]
    public async Task Of_two_active_sprints_none_is_guessed()
    {
        foreach (
            (string method, string path, string body) in new[]
            {
                ("POST", $"/space/{SandboxSeed.OperationsSpaceId}/folder", """{"name":"Sprints of Operations"}"""),
            }
        )
        {
            JsonElement folder = await SendAsync(method, path, body);
            await SendAsync(
                "POST",
                $"/folder/{folder.GetProperty("id").GetString()}/list",
                """{"name":"Sprint 7 (11/16 - 11/27)"}"""
            );
        }

        var both = await _session.CallAsync("get_sprint", "{}");
        Report one = await Report.ReadAsync(_session, "get_sprint", """{"space":"Operations"}""");

        both.IsError.ShouldBeTrue();
        both.Text.ShouldContain("2 sprints are meant by active.");
        both.Text.ShouldContain("Sprint 7");
        one.Root.GetProperty("name").GetString().ShouldBe("Sprint 7 (11/16 - 11/27)");
    }

    [Theory]
    [InlineData("Sprint 42 (11/25 - 12/8)", "2026-11-25", "2026-12-08")]
    [InlineData("Sprint 43 (12/20 – 1/3)", "2026-12-20", "2027-01-03")]
    [InlineData("Sprint 1 (1/5 - 1/18)", "2027-01-05", "2027-01-18")]
    [InlineData("Leap (2/29 - 3/1)", "2027-02-28", "2027-03-01")]
    public void Days_in_a_name_are_of_the_closest_year(string name, string first, string last) =>
        SprintNames.DaysOf(name, new LocalDate(2026, 11, 20)).ShouldBe((Day(first), Day(last)));

    [Theory]
    [InlineData("Sprint 42")]
    [InlineData("Sprint (13/1 - 13/2)")]
    [InlineData("Sprint (a/b - c/d)")]
    [InlineData("Sprint )1/1 - 1/2(")]
    [InlineData("")]
    public void Other_names_have_no_days(string name) =>
        SprintNames.DaysOf(name, new LocalDate(2026, 11, 20)).ShouldBeNull();

    private async Task<JsonElement> SendAsync(string method, string path, string body)
    {
        SandboxResponse response = await _session.Sandbox.HandleAsync(
            new SandboxRequest(
                method,
                "/api/v2" + path,
                "",
                SandboxSeed.Token,
                Encoding.UTF8.GetBytes(body),
                "application/json"
            ),
            TestContext.Current.CancellationToken
        );
        response.Status.ShouldBe(200);
        return JsonElement.Parse(response.Body.Span);
    }

    private static LocalDate Day(string text) => LocalDate.FromDateTime(DateTime.Parse(text));
}
