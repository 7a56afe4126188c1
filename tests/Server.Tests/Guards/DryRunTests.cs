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
