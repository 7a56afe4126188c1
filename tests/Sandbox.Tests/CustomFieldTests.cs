using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class CustomFieldTests
{
    private const string Task = $"/task/{SandboxSeed.SecondTaskId}";

    private readonly Driver _driver = new();

    // How a value is written, and how it reads back; {n} is the id of the field's option n.
    [Theory]
    [InlineData("Customer", "\"Acme\"", "\"Acme\"")]
    [InlineData("Release Notes", "\"Line\"", "\"Line\"")]
    [InlineData("Website", "\"https://acme.example/\"", "\"https://acme.example/\"")]
    [InlineData("Contact E-Mail", "\"a@acme.example\"", "\"a@acme.example\"")]
    [InlineData("Contact Phone", "\"+1 123 456 7890\"", "\"+1 123 456 7890\"")]
    [InlineData("Effort", "8", "\"8\"")]
    [InlineData("Cost", "12.5", "\"12.5\"")]
    [InlineData("Approved", "true", "\"true\"")]
    [InlineData("Go-Live", "1768491000000", "\"1768446000000\"")]
    [InlineData("Severity", "\"{2}\"", "2")]
    [InlineData("Severity", "1", "1")]
    [InlineData("Platforms", "[\"{0}\",\"{2}\"]", "[\"{0}\",\"{2}\"]")]
    [InlineData("Confidence", "4", "4")]
    [InlineData("Rollout", "{\"current\":25}", "{\"current\":25,\"percent_completed\":0.25}")]
    public async Task Values_read_back_in_their_own_way(string name, string written, string read)
    {
        var field = await FieldAsync(name);
        await _driver.PostAsync($"{Task}/field/{field.Str("id")}", $$"""{"value":{{Fill(field, written)}}}""");
        var value = (await _driver.GetAsync(Task)).Field(name).ShouldNotBeNull();
        value.GetRawText().ShouldBe(Fill(field, read));

        await _driver.OkAsync("DELETE", $"{Task}/field/{field.Str("id")}");
        (await _driver.GetAsync(Task)).Field(name).ShouldBeNull();
    }

    [Theory]
    [InlineData("Severity", "\"Blocker\"", "FIELD_011")]
    [InlineData("Severity", "99", "FIELD_011")]
    [InlineData("Effort", "{\"value\":8}", "FIELD_018")]
    [InlineData("Effort", "\"8\"", null)]
    [InlineData("Approved", "\"yes\"", null)]
    [InlineData("Platforms", "[\"Web\"]", null)]
    [InlineData("Stakeholders", "[81000001]", null)]
    [InlineData("Stakeholders", "{\"add\":[1]}", null)]
    [InlineData("Confidence", "6", null)]
    [InlineData("Rollout", "{\"current\":101}", null)]
    [InlineData("Contact Phone", "\"123\"", null)]
    [InlineData("Contact E-Mail", "\"nobody\"", null)]
    [InlineData("Website", "\"not a url\"", null)]
    [InlineData("Go-Live", "\"2026-01-01\"", null)]
    [InlineData("Site", "{\"location\":{\"lat\":1}}", null)]
    [InlineData("Planned Days", "1", null)]
    [InlineData("Votes", "1", null)]
    [InlineData("Completion", "1", null)]
    public async Task Values_of_the_wrong_kind_are_refused(string name, string written, string? code)
    {
        var field = await FieldAsync(name);
        var before = (await _driver.GetAsync(Task)).Field(name)?.GetRawText();
        var refusal = await _driver.RefusedAsync(
            400,
            "POST",
            $"{Task}/field/{field.Str("id")}",
            $$"""{"value":{{written}}}"""
        );
        refusal.ShouldBe(code);
        (await _driver.GetAsync(Task)).Field(name)?.GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task Lists_of_ids_change_by_add_and_rem()
    {
        var people = $"{Task}/field/{(await FieldAsync("Stakeholders")).Str("id")}";
        await _driver.OkAsync("DELETE", people);
        await _driver.PostAsync(
            people,
            $$$"""{"value":{"add":[{{{SandboxSeed.OwnerId}}},{{{SandboxSeed.AdminId}}}]}}"""
        );
        await _driver.PostAsync(
            people,
            $$$"""{"value":{"add":[{{{SandboxSeed.MemberId}}}],"rem":[{{{SandboxSeed.OwnerId}}}]}}"""
        );
        var value = (await _driver.GetAsync(Task)).Field("Stakeholders").ShouldNotBeNull();
        value
            .EnumerateArray()
            .Select(person => person.At("id").GetInt64())
            .ShouldBe([SandboxSeed.AdminId, SandboxSeed.MemberId]);

        var tasks = $"{Task}/field/{(await FieldAsync("Related Work")).Str("id")}";
        await _driver.OkAsync("DELETE", tasks);
        await _driver.PostAsync(tasks, $$$"""{"value":{"add":["{{{SandboxSeed.RichTaskId}}}"]}}""");
        var related = (await _driver.GetAsync(Task)).Field("Related Work").ShouldNotBeNull();
        related.EnumerateArray().Single().Str("id").ShouldBe(SandboxSeed.RichTaskId);
    }

    [Fact]
    public async Task Dates_keep_their_time_only_with_the_option()
    {
        var path = $"{Task}/field/{(await FieldAsync("Go-Live")).Str("id")}";
        await _driver.PostAsync(path, """{"value":1768491000000,"value_options":{"time":true}}""");
        (await _driver.GetAsync(Task)).Field("Go-Live")?.GetString().ShouldBe("1768491000000");
    }

    [Fact]
    public async Task Each_level_lists_its_own_fields_and_lists_inherit()
    {
        var list = (await _driver.GetAsync($"/list/{SandboxSeed.BackendBugsListId}/field")).Names("fields");
        var folder = (await _driver.GetAsync($"/folder/{SandboxSeed.BackendFolderId}/field")).Names("fields");
        var space = (await _driver.GetAsync($"/space/{SandboxSeed.EngineeringSpaceId}/field")).Names("fields");
        var workspace = (await _driver.GetAsync($"/team/{SandboxSeed.WorkspaceId}/field")).Names("fields");
        workspace.ShouldContain("Customer");
        space.ShouldNotContain("Customer");
        folder.ShouldNotContain("Severity");
        list.ShouldBe([.. workspace, .. space, "Environment", .. folder], ignoreOrder: true);
        (await _driver.GetAsync($"/list/{SandboxSeed.WebAppListId}/field")).Names("fields").ShouldNotContain("Cost");
    }

    [Fact]
    public async Task Fields_bound_to_a_task_type_are_refused_on_others_and_dropped_on_create()
    {
        var fields = await _driver.GetAsync($"/list/{SandboxSeed.ApiListId}/field?include_applied_objects=true");
        var field = fields.List("fields").Find(field => field.Str("name") == "Root Cause");
        var applied = field.List("applied_objects").ShouldHaveSingleItem();
        applied.At("object_type").GetInt32().ShouldBe(19);
        applied.At("object_id").GetInt64().ShouldBe(SandboxSeed.BugTypeId);
        await _driver.RefusedAsync(400, "POST", $"{Task}/field/{field.Str("id")}", """{"value":"x"}""");

        var plain = await CreateAsync(field, type: 0);
        plain.Field("Root Cause").ShouldBeNull();
        var bug = await CreateAsync(field, SandboxSeed.BugTypeId);
        bug.Field("Root Cause")?.GetString().ShouldBe("haste");
    }

    [Theory]
    [InlineData("Effort", "=", "8", true)]
    [InlineData("Effort", ">", "7", true)]
    [InlineData("Effort", ">=", "9", false)]
    [InlineData("Effort", "<", "8.5", true)]
    [InlineData("Effort", "!=", "8", false)]
    [InlineData("Effort", "RANGE", "[8,9]", true)]
    [InlineData("Effort", "RANGE", "{\"low_value\":1,\"high_value\":7}", false)]
    [InlineData("Effort", "IS NULL", "null", false)]
    [InlineData("Effort", "IS NOT NULL", "null", true)]
    [InlineData("Customer", "=", "\"cm\"", true)]
    [InlineData("Customer", "==", "\"cm\"", false)]
    [InlineData("Customer", "==", "\"Acme\"", true)]
    [InlineData("Severity", "ANY", "[\"{0}\",\"{1}\"]", true)]
    [InlineData("Severity", "=", "\"{0}\"", false)]
    [InlineData("Severity", "=", "1", true)]
    [InlineData("Platforms", "ALL", "[\"{0}\",\"{1}\"]", true)]
    [InlineData("Platforms", "ALL", "[\"{0}\",\"{2}\"]", false)]
    [InlineData("Platforms", "NOT ANY", "[\"{0}\"]", false)]
    [InlineData("Platforms", "NOT ALL", "[\"{0}\",\"{2}\"]", true)]
    public async Task Tasks_are_found_by_field_values(string name, string op, string value, bool isFound)
    {
        foreach (
            var (field, written) in ((string, string)[])
                [("Effort", "8"), ("Customer", "\"Acme\""), ("Severity", "1"), ("Platforms", "[\"{0}\",\"{1}\"]")]
        )
        {
            var definition = await FieldAsync(field);
            await _driver.PostAsync(
                $"{Task}/field/{definition.Str("id")}",
                $$"""{"value":{{Fill(definition, written)}}}"""
            );
        }

        var wanted = await FieldAsync(name);
        var filter = $$"""[{"field_id":"{{wanted.Str("id")}}","operator":"{{op}}","value":{{Fill(wanted, value)}}}]""";
        var found = await _driver.AllTasksAsync(
            $"/list/{SandboxSeed.ApiListId}/task?custom_fields={Uri.EscapeDataString(filter)}"
        );
        found.Exists(task => task.Str("id") == SandboxSeed.SecondTaskId).ShouldBe(isFound);
    }

    private async Task<JsonElement> FieldAsync(string name) =>
        (await _driver.GetAsync($"/list/{SandboxSeed.ApiListId}/field"))
            .List("fields")
            .Single(field => field.Str("name") == name);

    private async Task<JsonElement> CreateAsync(JsonElement field, long type) =>
        await _driver.PostAsync(
            $"/list/{SandboxSeed.ApiListId}/task",
            $$"""{"name":"New","custom_item_id":{{type}},"custom_fields":[{"id":"{{field.Str("id")}}","value":"haste"}]}"""
        );

    private static string Fill(JsonElement field, string template)
    {
        if (field.At("type_config").TryGetProperty("options", out var options))
        {
            foreach (var (option, index) in options.EnumerateArray().Select((option, index) => (option, index)))
            {
                template = template.Replace($"{{{index}}}", option.Str("id"), StringComparison.Ordinal);
            }
        }

        return template;
    }
}
