namespace ClickUpMcp.Sandbox.Tests;

public sealed class GoalTests
{
    private const string Goals = $"/team/{SandboxSeed.WorkspaceId}/goal";
    private const string Api = $"/goal/{SandboxSeed.ApiGoalId}";
    private const string Number = $"/key_result/{SandboxSeed.NumberKeyResultId}";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Goals_in_folders_come_in_their_folders_and_completed_ones_on_demand()
    {
        var open = await _driver.GetAsync(Goals);
        open.Names("goals").ShouldBe(["Ship the public API"]);
        open.List("folders").ShouldHaveSingleItem().Names("goals").ShouldBe(["Grow the audience"]);
        var all = await _driver.GetAsync(Goals + "?include_completed=true");
        all.Names("goals").ShouldBe(["Ship the public API", "Move to the new office"]);
    }

    [Fact]
    public async Task A_goal_shows_its_key_results_and_how_far_they_are()
    {
        var goal = (await _driver.GetAsync(Api)).At("goal");
        goal.Names("key_results", "type").ShouldBe(["number", "automatic", "boolean"]);
        goal.List("key_results")[0].At("percent_completed").GetInt32().ShouldBe(65);
        goal.List("key_results")[1].List("subcategory_ids")[0].GetString().ShouldBe(SandboxSeed.ApiListId);
        goal.Names("owners", "username").ShouldBe(["Anna Schmidt", "Ben Fischer"]);
    }

    [Fact]
    public async Task Goals_are_created_changed_and_deleted()
    {
        var created = await _driver.PostAsync(
            Goals,
            $$"""{"name":"Fewer bugs","due_date":1800000000000,"description":"","multiple_owners":true,"owners":[{{SandboxSeed.AdminId}}],"color":"#111111"}"""
        );
        var path = $"/goal/{created.Str("goal", "id")}";
        created.Str("goal", "due_date").ShouldBe("1800000000000");
        await _driver.PutAsync(
            path,
            $$"""{"name":"No bugs","rem_owners":[{{SandboxSeed.AdminId}}],"add_owners":[{{SandboxSeed.MemberId}}]}"""
        );
        var goal = (await _driver.GetAsync(path)).At("goal");
        goal.Str("name").ShouldBe("No bugs");
        goal.Str("color").ShouldBe("#111111");
        goal.Names("owners", "username").ShouldBe(["Carla Rossi"]);
        await _driver.OkAsync("DELETE", path);
        (await _driver.RefusedAsync(401, "GET", path)).ShouldBe("OAUTH_023");
        await _driver.RefusedAsync(400, "POST", Goals, """{"description":"no name"}""");
    }

    [Fact]
    public async Task Steps_move_a_key_result_and_its_goal()
    {
        var before = (await _driver.GetAsync(Api)).At("goal", "percent_completed").GetInt32();
        var edited = (await _driver.PutAsync(Number, """{"steps_current":40,"note":"Done"}""")).At("key_result");
        edited.At("completed").GetBoolean().ShouldBeTrue();
        edited.Str("last_action", "note").ShouldBe("Done");
        edited.Str("last_action", "steps_before").ShouldBe("26");
        edited.Str("last_action", "steps_taken").ShouldBe("14");
        (await _driver.GetAsync(Api)).At("goal", "percent_completed").GetInt32().ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task A_key_result_of_tasks_counts_finished_ones()
    {
        var created = await _driver.PostAsync(
            Api + "/key_result",
            $$"""{"name":"Invoice export","type":"automatic","task_ids":["{{SandboxSeed.SecondTaskId}}"],"list_ids":[]}"""
        );
        created.At("key_result", "percent_completed").GetInt32().ShouldBe(0);
        await _driver.PutAsync($"/task/{SandboxSeed.SecondTaskId}", """{"status":"complete"}""");
        var path = $"/key_result/{created.Str("key_result", "id")}";
        var edited = await _driver.PutAsync(path, """{"name":"Invoices"}""");
        edited.At("key_result", "percent_completed").GetInt32().ShouldBe(100);
        edited.Str("key_result", "name").ShouldBe("Invoices");
        await _driver.OkAsync("DELETE", path);
        (await _driver.GetAsync(Api)).At("goal").Names("key_results").ShouldNotContain("Invoices");
        (await _driver.RefusedAsync(401, "PUT", path, "{}")).ShouldBe("OAUTH_023");
    }

    [Fact]
    public async Task A_key_result_of_another_type_is_refused() =>
        await _driver.RefusedAsync(400, "POST", Api + "/key_result", """{"name":"Mood","type":"feeling"}""");

    [Fact]
    public async Task Deleting_a_goal_deletes_its_key_results()
    {
        await _driver.OkAsync("DELETE", Api);
        (await _driver.RefusedAsync(401, "DELETE", Number)).ShouldBe("OAUTH_023");
    }
}
