using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tests.Handlers;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Copies;

/// <summary>Moves of tasks say what becomes of their fields, and lists move with all that is in them or stay.</summary>
public sealed class MoveTests
{
    private const string Newsletter = "90152000011";

    private readonly SandboxSession _session = new(secondWorkspace: true);

    [Fact]
    public async Task A_dry_run_of_a_move_says_which_fields_the_list_would_not_show()
    {
        ToolResult result = await _session.CallAsync(
            "move_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","list":"{{SandboxSeed.LaunchListId}}","status":"writing","dry_run":true,"workspace":"Acme"}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("Dry run of move_task: nothing was written.");
        result.Text.ShouldContain("Custom fields that the list would not show: ");
        result.Text.ShouldContain("Effort");
        result.Text.ShouldNotContain("Customer,");
    }

    [Fact]
    public async Task After_a_move_a_field_of_the_same_name_holds_what_the_task_had()
    {
        await using CopySession planted = new(around: static inner => new RenamedFieldClient(
            inner,
            SandboxSeed.LaunchListId,
            new() { ["Channel"] = "Severity", ["Social"] = "Major" }
        ));
        string task = await planted.PlantAsync();
        Dictionary<string, string?> before = Values(await planted.GetAsync($"/api/v2/task/{task}"));

        ToolResult result = await planted.CallAsync(
            "move_task",
            $$"""{"task":"{{task}}","list":"{{SandboxSeed.LaunchListId}}","status":"writing"}"""
        );

        JsonElement moved = await planted.GetAsync($"/api/v2/task/{task}");
        moved.GetProperty("list").GetProperty("id").GetString().ShouldBe(SandboxSeed.LaunchListId);
        Dictionary<string, string?> after = Values(moved);
        after["Channel"].ShouldBe("Social");
        planted.Sent.Count(static request => request.Path.Contains("/field/")).ShouldBe(1);
        string[] kept = ["Approved", "Customer", "Stakeholders"];
        kept.ShouldAllBe(name => before[name] == after[name]);
        before.Keys.Except([.. kept, "Severity"]).ShouldAllBe(lost => result.Text.Contains(lost));
    }

    [Fact]
    public async Task A_move_to_another_workspace_is_refused_before_it_is_sent()
    {
        ToolResult result = await _session.CallAsync(
            "move_task",
            $$"""{"task":"{{SandboxSeed.SecondTaskId}}","list":"90152000019","workspace":"Acme"}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("List Experiments is in another workspace than task");
        result.Text.ShouldContain("transfer_task");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task A_list_is_counted_first_and_nothing_is_written()
    {
        ToolResult result = await MoveAsync("");

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("Nothing was done yet. List Newsletter would be made anew, ");
        result.Text.ShouldContain("Not moved: the list's id, views, comments");
        _session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task A_list_moves_with_all_its_tasks_and_the_empty_one_goes()
    {
        string[] before = await IdsAsync(Newsletter);
        before.ShouldNotBeEmpty();

        ToolResult result = await MoveAsync(""", "delete_source":true""");

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("The old list is deleted.");
        string made = _session
            .Responses.Where(static sent =>
                sent.Request is { Method: "POST" } && sent.Request.Path.EndsWith("/list", StringComparison.Ordinal)
            )
            .Select(static sent => JsonElement.Parse(sent.Body).GetProperty("id").GetString()!)
            .Single();
        (await IdsAsync(made)).ShouldBe(before, ignoreOrder: true);
        result.Text.ShouldContain(made);
    }

    [Fact]
    public async Task A_list_of_which_a_task_stays_is_not_deleted()
    {
        string[] before = await IdsAsync(Newsletter);
        _session.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Status,
                Code = 400,
                Method = "PUT",
                PathPrefix = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/tasks/{before[0]}",
            }
        );

        ToolResult result = await MoveAsync(""", "delete_source":true""");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("Failed: task ");
        result.Text.ShouldContain("The old list was not deleted.");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
        (await IdsAsync(Newsletter)).ShouldContain(before[0]);
    }

    [Fact]
    public async Task A_move_that_ClickUp_ignores_deletes_nothing()
    {
        _session.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Ignore,
                Method = "PUT",
                PathPrefix = "/api/v3/",
            }
        );

        ToolResult result = await MoveAsync(""", "delete_source":true""");

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("The old list still has ");
        _session.Sent.ShouldNotContain(static request => request.Method == "DELETE");
    }

    private static Dictionary<string, string?> Values(JsonElement task) =>
        task.GetProperty("custom_fields")
            .EnumerateArray()
            .Select(static field =>
                (Name: field.GetProperty("name").GetString()!, Value: CustomFieldReader.Read(field, DateZones.Unknown))
            )
            .Where(static field => field.Value is not null)
            .ToDictionary(static field => field.Name, static field => field.Value);

    private Task<ToolResult> MoveAsync(string more) =>
        _session.CallAsync(
            "move_list",
            $$"""{"list":"{{Newsletter}}","space":"{{SandboxSeed.OperationsSpaceId}}","workspace":"Acme"{{more}}}"""
        );

    private async Task<string[]> IdsAsync(string list) =>
        [.. (await RawTask.ReadAllAsync(_session, list)).Select(static task => task.GetProperty("id").GetString()!)];
}
