using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>The hand-written tools, each against the sandbox.</summary>
public sealed class HandlerTests
{
    [Theory]
    [InlineData("Customer", "\"Globex\"", "Customer=Globex")]
    [InlineData("Effort", "8", "Effort=8")]
    [InlineData("Effort", "\"13\"", "Effort=13")]
    [InlineData("Approved", "false", "Approved=no")]
    [InlineData("Go-Live", "\"2026-12-24\"", "Go-Live=2026-12-24")]
    [InlineData("Go-Live", "\"2026-12-24 15:30\"", "Go-Live=2026-12-24T15:30")]
    [InlineData("Severity", "\"blocker\"", "Severity=Blocker")]
    [InlineData("Platforms", "[\"iOS\",\"Desktop\"]", "Platforms=iOS, Desktop")]
    [InlineData("Stakeholders", "[\"Carla Rossi\"]", "Carla Rossi")]
    [InlineData("Stakeholders", "{\"rem\":[81000001],\"add\":[\"David Kim\"]}", "Stakeholders=David Kim")]
    [InlineData("Platforms", "\"iOS, Desktop\"", "Platforms=iOS, Desktop")]
    [InlineData("Platforms", "\"[\\\"Web\\\"]\"", "Platforms=Web")]
    [InlineData("Stakeholders", "\"Carla Rossi, David Kim\"", "Carla Rossi, David Kim")]
    [InlineData("Approved", "\"false\"", "Approved=no")]
    [InlineData("Website", "\"https://example.com/\"", "Website=https://example.com/")]
    [InlineData("Confidence", "4", "Confidence=4/5")]
    [InlineData("Rollout", "60", "Rollout=60/100")]
    [InlineData("Related Work", "[\"20bbn28\"]", "Refactor invoice export")]
    public async Task A_custom_field_takes_a_value_in_peoples_words(string field, string value, string shown)
    {
        SandboxSession session = new();

        ToolResult set = await session.CallAsync(
            "set_custom_field_value",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","field":"{{field}}","value":{{value}}}"""
        );
        ToolResult read = await session.CallAsync(
            "get_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","fields":["custom_fields"]}"""
        );

        set.IsError.ShouldBeFalse(set.Text);
        read.Text.ShouldContain(shown);
    }

    [Theory]
    [InlineData("Severity", "\"catastrophic\"", "Blocker")]
    [InlineData("Severity", "2", "the name of an option")]
    [InlineData("Confidence", "9", "from 0 to 5")]
    [InlineData("Go-Live", "\"someday\"", "a date")]
    [InlineData("Effort", "\"much\"", "a number")]
    [InlineData("Approved", "\"perhaps\"", "true or false")]
    [InlineData("Planned Days", "3", "cannot be set")]
    [InlineData("Stakeholders", "[\"Nobody\"]", "Nobody")]
    [InlineData("Site", "\"Berlin\"", "lat, lng")]
    public async Task A_value_that_does_not_fit_is_refused_and_nothing_is_sent(string field, string value, string says)
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(
            "set_custom_field_value",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","field":"{{field}}","value":{{value}}}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(says);
        session.Sent.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task Words_are_searched_in_all_pages_and_the_result_says_how_far_it_looked()
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync("get_workspace_tasks", """{"query":"LOGIN redirect"}""");

        result.Text.ShouldContain("27075wz");
        result.Text.ShouldNotContain("cursor");
        result.Text.ShouldContain("\nLooked through all ");
        session.Sent.Count(request => request.Path.EndsWith("/task", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_search_stops_at_its_limit_and_its_cursor_skips_no_match()
    {
        SandboxSession session = new(format: OutputFormat.Json);
        JsonElement all = Parse(await session.CallAsync("get_workspace_tasks", """{"query":"login redirect"}"""));
        string[] expected = [.. Ids(all)];
        List<string> found = [];
        string cursor = "";
        while (true)
        {
            string more = cursor.Length == 0 ? "" : $",\"cursor\":\"{cursor}\"";
            JsonElement page = Parse(
                await session.CallAsync("get_workspace_tasks", $$"""{"query":"login redirect","limit":2{{more}}}""")
            );
            found.AddRange(Ids(page));
            page.GetProperty("note").GetString()!.ShouldStartWith("Looked through ");
            if (!page.TryGetProperty("next", out JsonElement next))
            {
                break;
            }

            page.GetProperty("count").GetInt32().ShouldBe(2);
            cursor = next.GetString()!;
        }

        expected.Length.ShouldBeGreaterThan(2);
        found.ShouldBe(expected);
    }

    private static JsonElement Parse(ToolResult result) => JsonElement.Parse(result.Text);

    private static IEnumerable<string> Ids(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!);

    [Theory]
    [InlineData("Text")]
    [InlineData("Json")]
    public async Task A_map_that_is_too_long_leaves_its_lowest_level_out_and_says_so(string format)
    {
        const string Advice = "left out: the result would be too long; ask for one space";

        string whole = await MapAsync(int.MaxValue);
        string folders = await MapAsync(whole.Length - 1);
        string spaces = await MapAsync(folders.Length - 1);

        whole.ShouldContain("Web App");
        folders.ShouldContain($"lists {Advice}");
        folders.ShouldContain("Frontend");
        folders.ShouldContain("Anna Schmidt");
        folders.ShouldNotContain("Web App");
        spaces.ShouldContain($"folders, lists and members {Advice}");
        spaces.ShouldContain("Engineering");
        spaces.ShouldNotContain("Frontend");
        spaces.ShouldNotContain("Anna Schmidt");

        async Task<string> MapAsync(int maximum)
        {
            SandboxSession session = new(format: Enum.Parse<OutputFormat>(format), maximumBytes: maximum);
            return (await session.CallAsync("get_workspace", """{"include_members":true}""")).Text;
        }
    }

    [Fact]
    public async Task The_map_holds_every_list_under_its_folder_and_can_be_narrowed()
    {
        SandboxSession session = new();

        ToolResult all = await session.CallAsync("get_workspace", """{"include_members":true}""");
        ToolResult one = await session.CallAsync("get_workspace", """{"space":"Marketing"}""");

        all.Text.ShouldContain("\n folder Backend 90151000001\n  list Bugs 90152000001");
        all.Text.ShouldContain("\n  folder Berlin 90151000006\n   list Office Move");
        all.Text.ShouldContain("\nmember Anna Schmidt 81000001");
        one.Text.ShouldContain("space Marketing");
        one.Text.ShouldNotContain("Engineering");
        one.Text.ShouldNotContain("member");
    }

    [Theory]
    [InlineData("""{"name":"Fresh","space":"Marketing"}""", "/api/v2/space/90150000002/list")]
    [InlineData("""{"name":"Fresh","folder":"Campaigns"}""", "/api/v2/folder/90151000004/list")]
    public async Task A_list_is_created_where_the_caller_said(string arguments, string path)
    {
        SandboxSession session = new();

        ToolResult created = await session.CallAsync("create_list", arguments);
        ToolResult found = await session.CallAsync("get_list", """{"list":"Fresh"}""");

        created.IsError.ShouldBeFalse(created.Text);
        session.Sent.ShouldContain(request => request.Method == "POST" && request.Path == path);
        found.Text.ShouldContain("name: Fresh");
    }

    [Theory]
    [InlineData("""{"folder":"Backend"}""", "API", "Product Backlog")]
    [InlineData("""{"space":"Engineering"}""", "Product Backlog", "Web App")]
    public async Task Lists_are_those_of_the_folder_or_of_the_space_itself(string arguments, string has, string lacks)
    {
        ToolResult result = await new SandboxSession().CallAsync("list_lists", arguments);

        result.Text.ShouldContain(has);
        result.Text.ShouldNotContain(lacks);
    }

    [Theory]
    [InlineData("""{"query":"schmidt"}""", "Anna Schmidt", "Ben Fischer")]
    [InlineData("""{"query":"ben.fischer@"}""", "Ben Fischer", "Anna Schmidt")]
    public async Task Members_are_found_by_parts_of_name_and_address(string arguments, string has, string lacks)
    {
        ToolResult result = await new SandboxSession().CallAsync("find_members", arguments);

        result.Text.ShouldContain(has);
        result.Text.ShouldNotContain(lacks);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"space":"Engineering"}""")]
    [InlineData("""{"folder":"Backend"}""")]
    [InlineData("""{"list":"API"}""")]
    public async Task Custom_fields_are_listed_at_every_level(string arguments)
    {
        ToolResult result = await new SandboxSession().CallAsync("list_custom_fields", arguments);

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("custom field");
    }
}
