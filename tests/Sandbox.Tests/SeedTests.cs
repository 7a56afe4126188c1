using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class SeedTests
{
    private const string Everything =
        $"/team/{SandboxSeed.WorkspaceId}/task?subtasks=true&include_closed=true&archived=true";

    [Fact]
    public async Task Two_sandboxes_with_the_same_clock_return_the_same_bytes()
    {
        string[] paths =
        [
            "/team",
            $"/team/{SandboxSeed.WorkspaceId}/space",
            $"/space/{SandboxSeed.EngineeringSpaceId}/folder",
            Everything + "&page=0&include_markdown_description=true",
            Everything + "&page=1",
            $"/list/{SandboxSeed.ApiListId}/field",
            $"/task/{SandboxSeed.RichTaskId}/comment",
            $"/team/{SandboxSeed.WorkspaceId}/time_entries?assignee={SandboxSeed.OwnerId},{SandboxSeed.MemberId}",
        ];
        var (first, second) = (new Driver(), new Driver());
        foreach (var path in paths)
        {
            var (one, other) = (await first.SendAsync("GET", path), await second.SendAsync("GET", path));
            one.Status.ShouldBe(200, path);
            one.Body.Span.SequenceEqual(other.Body.Span).ShouldBeTrue(path);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Scale_multiplies_two_hundred_tasks(int scale)
    {
        var driver = new Driver(new SandboxOptions { RequestsPerMinute = 0, Scale = scale });
        var tasks = await driver.AllTasksAsync(Everything);
        tasks.Count.ShouldBe(200 * scale);
        tasks.Select(task => task.Str("id")).Distinct().Count().ShouldBe(tasks.Count);
    }

    [Fact]
    public async Task Every_field_type_is_there_with_a_value_where_it_can_have_one()
    {
        var task = await new Driver().GetAsync($"/task/{SandboxSeed.RichTaskId}");
        var types = task.List("custom_fields").ToLookup(field => field.Str("type"), HasValue);
        foreach (var type in Enum.GetValues<FieldType>())
        {
            types[FieldTypes.WireName(type)].ShouldNotBeEmpty($"{type}");
            types[FieldTypes.WireName(type)].ShouldAllBe(hasValue => hasValue == (type != FieldType.Button), $"{type}");
        }
    }

    [Fact]
    public async Task The_seed_has_what_tests_of_names_need()
    {
        var driver = new Driver();
        var backend = await driver.GetAsync($"/folder/{SandboxSeed.BackendFolderId}/list");
        var frontend = await driver.GetAsync($"/folder/{SandboxSeed.FrontendFolderId}/list");
        backend.Names("lists").ShouldContain("Bugs");
        frontend.Names("lists").ShouldContain("Bugs");
        var members = (await driver.GetAsync("/team")).List("teams")[0].List("members");
        members
            .Count(member => member.Str("user", "username")!.StartsWith("Anna ", StringComparison.Ordinal))
            .ShouldBe(2);
        members.Select(member => member.At("user", "role").GetInt32()).Distinct().Order().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task Sprints_are_past_current_and_next()
    {
        var driver = new Driver();
        var sprints = (await driver.GetAsync($"/folder/{SandboxSeed.SprintFolderId}/list")).List("lists");
        var places = sprints.Select(sprint =>
            driver.Now > long.Parse(sprint.Str("due_date")!) ? -1
            : driver.Now < long.Parse(sprint.Str("start_date")!) ? 1
            : 0
        );
        places.ShouldBe([-1, 0, 1]);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task The_second_workspace_comes_on_demand(bool isWanted, int count)
    {
        var driver = new Driver(new SandboxOptions { SecondWorkspace = isWanted });
        (await driver.GetAsync("/team")).List("teams").Count.ShouldBe(count);
        if (isWanted)
        {
            var tasks = await driver.AllTasksAsync($"/team/{SandboxSeed.SecondWorkspaceId}/task");
            tasks.Count.ShouldBe(3);
        }
    }

    private static bool HasValue(JsonElement field) =>
        field.TryGetProperty("value", out var value) && value.ValueKind != JsonValueKind.Null;
}
