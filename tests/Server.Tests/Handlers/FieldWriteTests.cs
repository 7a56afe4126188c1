using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Setting a custom field replaces what it held, and is only called set once it was seen.</summary>
public sealed class FieldWriteTests
{
    private const string Rich = SandboxSeed.RichTaskId;

    private readonly SandboxSession _session = new();

    [Fact]
    public async Task People_replace_those_who_were_there()
    {
        ToolResult set = await SetAsync("Stakeholders", """["David Kim"]""");

        set.Text.ShouldContain("it holds: David Kim");
        _session
            .Sent.Single(static sent => sent.Method == "POST")
            .Body.ShouldBe("""{"value":{"add":[81000004],"rem":[81000001]}}""");
    }

    [Theory]
    [InlineData("Stakeholders")]
    [InlineData("Specification")]
    [InlineData("Platforms")]
    public async Task An_empty_list_empties_the_field(string field)
    {
        ToolResult set = await SetAsync(field, "[]");

        set.IsError.ShouldBeFalse(set.Text);
        set.Text.ShouldContain("it is empty");
        (await ShownAsync()).ShouldNotContain($"{field}=");
    }

    [Theory]
    [InlineData("Effort", "[]")]
    [InlineData("Customer", "\" \"")]
    [InlineData("Approved", "\"\"")]
    public async Task No_other_field_is_emptied_by_an_empty_value(string field, string value)
    {
        ToolResult refused = await SetAsync(field, value);

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("remove_custom_field_value");
        _session.Sent.ShouldAllBe(static sent => sent.Method == "GET");
    }

    [Fact]
    public async Task Related_tasks_are_replaced_too()
    {
        await SetAsync("Related Work", $"""["{SandboxSeed.SecondTaskId}"]""");
        string other = (await RawTask.ReadAllAsync(_session, SandboxSeed.ApiListId))[^1].GetProperty("id").GetString()!;

        ToolResult set = await SetAsync("Related Work", $"""["{other}"]""");

        set.IsError.ShouldBeFalse(set.Text);
        JsonElement task = await RawTask.ReadAsync(_session, Rich);
        JsonElement field = task.GetProperty("custom_fields")
            .EnumerateArray()
            .Single(static f => f.GetProperty("name").GetString() == "Related Work");
        field
            .GetProperty("value")
            .EnumerateArray()
            .Select(static t => t.GetProperty("id").GetString())
            .ShouldBe([other]);
    }

    [Fact]
    public async Task Add_and_rem_change_and_do_not_replace()
    {
        await SetAsync("Stakeholders", """{"add":["David Kim"]}""");

        (await ShownAsync()).ShouldContain("Stakeholders=Anna Schmidt, David Kim");
    }

    [Fact]
    public async Task A_group_may_stand_where_a_person_may()
    {
        string group = (await _session.CallAsync("list_user_groups", "{}")).Text.Split('\n')[2].Split('\t')[1];

        ToolResult set = await SetAsync("Stakeholders", JsonSerializer.Serialize(new[] { group, "David Kim" }));

        set.IsError.ShouldBeFalse(set.Text);
        (await ShownAsync()).ShouldContain(group);
        (await SetAsync("Stakeholders", """["David Kim"]""")).Text.ShouldContain("it holds: David Kim");
    }

    [Theory]
    [InlineData("Approved", "\"no\"", "Approved=no")]
    [InlineData("Approved", "1", "Approved=yes")]
    [InlineData("Cost", "\"12.5 EUR\"", "Cost=12.5 EUR")]
    [InlineData("Cost", "\"€1,250.50\"", "Cost=1250.5 EUR")]
    [InlineData("Confidence", "\"3/5\"", "Confidence=3/5")]
    [InlineData("Rollout", "\"20/100\"", "Rollout=20/100")]
    [InlineData("Rollout", "\"45%\"", "Rollout=45/100")]
    [InlineData("Site", "\"48.14,11.58 Munich, Germany\"", "Site=Munich, Germany")]
    [InlineData("Site", """{"lat":48.14,"lng":11.58,"address":"Munich"}""", "Site=Munich")]
    [InlineData("Contact E-Mail", "\"someone@example.org\"", "Contact E-Mail=someone@example.org")]
    [InlineData("Stakeholders", "\"carla.rossi@acme.example, David Kim\"", "Carla Rossi, David Kim")]
    public async Task Values_are_taken_as_they_are_shown(string field, string value, string shown)
    {
        ToolResult set = await SetAsync(field, value);

        set.IsError.ShouldBeFalse(set.Text);
        (await ShownAsync()).ShouldContain(shown);
    }

    [Theory]
    [InlineData("Cost", "\"12.5 USD\"", "a number in EUR")]
    [InlineData("Cost", "\"12,5\"", "a number in EUR")]
    [InlineData("Confidence", "\"3/10\"", "from 0 to 5")]
    [InlineData("Rollout", "\"120/100\"", "from 0 to 100")]
    [InlineData("Rollout", "101", "from 0 to 100")]
    public async Task What_means_something_else_is_refused(string field, string value, string says)
    {
        ToolResult refused = await SetAsync(field, value);

        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain(says);
        _session.Sent.ShouldAllBe(static sent => sent.Method == "GET");
    }

    [Fact]
    public async Task A_file_goes_into_the_field_of_a_task()
    {
        ToolResult uploaded = await _session.CallAsync(
            "upload_attachment",
            $$"""{"task":"{{Rich}}","custom_field":"Specification","file_name":"plan.pdf","file_data":"AAEC"}"""
        );

        uploaded.IsError.ShouldBeFalse(uploaded.Text);
        uploaded.Text.ShouldContain("It is in the field Specification");
        (await ShownAsync()).ShouldContain("plan.pdf");
        (await SetAsync("Specification", "\"plan.pdf\"")).Text.ShouldContain("it holds: plan.pdf");
        (await ShownAsync()).ShouldContain("Specification=plan.pdf");
    }

    [Fact]
    public async Task A_file_that_was_never_uploaded_is_refused()
    {
        ToolResult refused = await SetAsync("Specification", "\"nothing.pdf\"");

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("upload_attachment");
    }

    [Fact]
    public async Task A_value_that_was_not_kept_is_no_success()
    {
        string field = (await RawTask.ReadAsync(_session, Rich))
            .GetProperty("custom_fields")
            .EnumerateArray()
            .Single(static f => f.GetProperty("name").GetString() == "Completion")
            .GetProperty("id")
            .GetString()!;

        ToolResult removed = await _session.CallAsync(
            "remove_custom_field_value",
            $$"""{"task":"{{Rich}}","field":"{{field}}"}"""
        );

        removed.IsError.ShouldBeTrue(removed.Text);
        removed.Text.ShouldContain("did not apply: field");
    }

    private Task<ToolResult> SetAsync(string field, string value) =>
        _session.CallAsync("set_custom_field_value", $$"""{"task":"{{Rich}}","field":"{{field}}","value":{{value}}}""");

    private async Task<string> ShownAsync() =>
        (await _session.CallAsync("get_task", $$"""{"task":"{{Rich}}","fields":["custom_fields"]}""")).Text;
}
