using System.Text.Json.Nodes;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Guards;

/// <summary>A dry run of any tool that writes shows its requests and sends none of them.</summary>
public sealed class DryRunTests
{
    private const string Title = "Dry run";

    public static TheoryData<string> Writers =>
        [
            .. SpecTool
                .All.Where(static tool => tool is { IsReadOnly: false, IsDiscovery: false })
                .Select(static tool => tool.Name),
        ];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_dry_run_of_each_tool_writes_nothing_whatever_it_is_asked(string name)
    {
        SpecTool tool = SpecTool.All.Single(tool => tool.Name == name);
        SandboxSession session = new();
        foreach (JsonObject call in HostileCalls.Of(tool))
        {
            JsonObject asked = Dry(call);
            await session.CallAsync(name, asked.ToJsonString());
            await session.CallAsync(
                "run_write_tool",
                new JsonObject { ["name"] = name, ["arguments"] = asked.DeepClone() }.ToJsonString()
            );
            await session.CallAsync(
                "run_write_tool",
                new JsonObject
                {
                    ["name"] = name,
                    ["arguments"] = call.DeepClone(),
                    ["dry_run"] = true,
                }.ToJsonString()
            );
        }

        Writes(session).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_dry_run_shows_the_requests_that_the_call_then_sends(string name)
    {
        foreach (JsonObject example in SpecTool.All.Single(tool => tool.Name == name).Examples)
        {
            SandboxSession rehearsed = new();
            ToolResult shown = await rehearsed.CallAsync(name, Dry(example).ToJsonString());
            shown.IsError.ShouldBeFalse(shown.Text);
            shown.Text.ShouldStartWith(Title);
            SandboxSession session = new();
            await session.CallAsync(name, example.ToJsonString());
            SentRequest[] sent = [.. Writes(session)];
            if (shown.Text.Contains("depends on the response", StringComparison.Ordinal))
            {
                sent = sent[..1];
            }

            string[] lines = shown.Text.Split('\n');
            int at = 0;
            foreach (SentRequest request in sent)
            {
                string head = $". {request.Method} {request.Path}{request.Query}";
                at = Array.FindIndex(lines, at, line => line.EndsWith(head, StringComparison.Ordinal)) + 1;
                at.ShouldBeGreaterThan(0, $"{name} {example.ToJsonString()}\nsent: {head}\n{shown.Text}");
                if (request.Body.StartsWith('{'))
                {
                    string body = lines[at]["   body: ".Length..];
                    JsonNode
                        .DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body))
                        .ShouldBeTrue($"{request.Body}\n{shown.Text}");
                }
            }
        }
    }

    [Fact]
    public async Task It_says_what_would_change_and_of_what()
    {
        SandboxSession session = new();
        ToolResult shown = await session.CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"Another name","priority":"low","dry_run":true}"""
        );
        shown.IsError.ShouldBeFalse();
        shown.Text.ShouldContain($"1. PUT /api/v2/task/{SandboxSeed.RichTaskId}");
        shown.Text.ShouldContain("→ Another name");
        shown.Text.ShouldContain("about: ");
        Writes(session).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_shows_days_spans_words_and_names_in_place_of_numbers_and_ids()
    {
        SandboxSession session = new();
        await session.CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","priority":"high","due":"2026-09-30","estimate":"1h","status":"to do"}"""
        );
        ToolResult shown = await session.CallAsync(
            "update_task",
            $$"""
            {"task":"{{SandboxSeed.RichTaskId}}","priority":"low","due":"2026-10-02","estimate":"1h 30m","status":"in progress",
             "add_assignees":["Carla Rossi"],"remove_assignees":["Anna Schmidt"],"dry_run":true}
            """
        );

        shown.Text.ShouldContain("\n   status: to do → in progress\n");
        shown.Text.ShouldContain("\n   priority: high → low\n");
        shown.Text.ShouldContain("\n   due: 2026-09-30 → 2026-10-02\n");
        shown.Text.ShouldContain("\n   estimate: 1h → 1h 30m\n");
        shown.Text.ShouldContain("→ with Carla Rossi\n");
        shown.Text.ShouldContain("→ without Anna Schmidt");
    }

    [Fact]
    public async Task What_it_removes_by_id_is_shown_by_the_name_that_the_thing_shows()
    {
        ToolResult shown = await new SandboxSession().CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","remove_assignees":[{{SandboxSeed.OwnerId}}],"dry_run":true}"""
        );

        shown.Text.ShouldContain("→ without Anna Schmidt");
    }

    [Fact]
    public async Task A_place_is_shown_by_its_name_and_what_has_none_is_counted()
    {
        SandboxSession session = new();
        ToolResult moved = await session.CallAsync(
            "move_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","list":"Web App","dry_run":true}"""
        );
        ToolResult linked = await session.CallAsync(
            "add_task_link",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","links_to":"20bbn28","dry_run":true}"""
        );

        moved.Text.ShouldContain("\n   list: API → Web App");
        linked.Text.ShouldContain("\n   target: 1 of them → with 20bbn28");
    }

    [Fact]
    public async Task What_it_would_make_is_not_shown_as_a_change_of_the_place_where_it_will_be()
    {
        ToolResult shown = await new SandboxSession().CallAsync(
            "create_task",
            """{"list":"Ideas","name":"Another","due":"2026-10-02","priority":"low","assignees":["Carla"],"dry_run":true}"""
        );

        shown.Text.ShouldContain("\n   in: Ideas\n");
        shown.Text.ShouldContain("\n   due: 2026-10-02");
        shown.Text.ShouldContain("\n   priority: low");
        shown.Text.ShouldContain("\n   assignees: Carla Rossi");
        shown.Text.ShouldNotContain("→");
        shown.Text.ShouldNotContain("\n   name:");
    }

    [Fact]
    public async Task What_is_not_there_is_told_as_by_the_call_itself()
    {
        SandboxSession session = new();
        ToolResult refused = await session.CallAsync(
            "update_task",
            """{"task":"86zzzzzzz","name":"No","dry_run":true}"""
        );
        refused.IsError.ShouldBeTrue(refused.Text);
    }

    [Theory]
    [InlineData("\"yes please\"")]
    [InlineData("[]")]
    [InlineData("2")]
    public async Task What_is_no_yes_and_no_no_is_refused_and_writes_nothing(string value)
    {
        SandboxSession session = new();
        ToolResult refused = await session.CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"No","dry_run":{{value}} }"""
        );
        refused.IsError.ShouldBeTrue(refused.Text);
        refused.Text.ShouldContain("dry_run");
        Writes(session).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tool_that_reads_has_no_dry_run()
    {
        ToolResult refused = await new SandboxSession().CallAsync("get_current_user", """{"dry_run":true}""");
        refused.IsError.ShouldBeTrue(refused.Text);
    }

    private static JsonObject Dry(JsonObject call)
    {
        JsonObject dry = call.DeepClone().AsObject();
        dry["dry_run"] = true;
        return dry;
    }

    private static IEnumerable<SentRequest> Writes(SandboxSession session) =>
        session.Sent.Where(static sent => sent.Method != "GET");
}
