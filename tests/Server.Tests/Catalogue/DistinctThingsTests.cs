using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>No tool makes a thing depend on, belong to or disappear in itself, nor adds what it removes: the call ends before a request that writes.</summary>
public sealed class DistinctThingsTests
{
    // A thing of each entity, where the tool's examples name none.
    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["member"] = "81000003",
        ["task"] = "27075wz",
        ["user_group"] = "7c1e0001-c0de-4acb-8000-0000000a0001",
        ["folder"] = "90151000002",
        ["item"] = "6a8e0001-c0de-4acb-8000-000000000002",
    };

    public static TheoryData<string, string, string> Pairs
    {
        get
        {
            TheoryData<string, string, string> pairs = [];
            foreach (SpecTool tool in SpecTool.All)
            {
                foreach (string[] rule in tool.Rules("distinct"))
                {
                    for (int second = 1; second < rule.Length; second++)
                    {
                        pairs.Add(tool.Name, rule[0], rule[second]);
                    }
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task One_thing_in_two_places_is_refused_before_anything_is_written(
        string tool,
        string first,
        string second
    )
    {
        SpecTool spec = SpecTool.All.Single(one => one.Name == tool);
        JsonObject call = spec.Examples[0].DeepClone().AsObject();
        string[] others =
        [
            .. spec.Rules("exactlyOne")
                .Concat(spec.Rules("atMostOne"))
                .Where(r => r.Contains(second))
                .SelectMany(static r => r),
        ];
        foreach (string other in others)
        {
            call.Remove(other);
        }

        string thing = Things[EntityOf(spec.Arguments[second]) ?? "item"];
        call[first] = Value(spec.Arguments[first], thing);
        call[second] = Value(spec.Arguments[second], thing);
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(tool, call.ToJsonString());

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain($"{second} and {first} name the same");
        session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Theory]
    [InlineData("""{"task":"DEV-1","target":"27075wz"}""")]
    [InlineData("""{"task":"27075wz","target":"dev-1"}""")]
    [InlineData("""{"task":"Fix login redirect","target":"https://app.clickup.com/t/27075wz"}""")]
    [InlineData("""{"task":"#27075wz","target":"CU-27075wz"}""")]
    [InlineData("""{"task":"DEV-1","target":"Dev-1"}""")]
    public async Task A_task_is_the_same_whichever_way_it_is_named(string arguments)
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync("add_task_link", arguments);

        result.Text.ShouldContain("target and task name the same task");
        session.Sent.ShouldAllBe(static request => request.Method == "GET");
    }

    [Fact]
    public async Task The_same_is_found_in_the_place_of_another_tool()
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "run_write_tool",
            """{"name":"add_task_dependency","arguments":{"task":"DEV-1","depends_on":"DEV-1"}}"""
        );

        result.Text.ShouldContain("depends_on and task name the same task");
    }

    private static JsonNode Value(JsonElement argument, string thing) =>
        argument.TryGetProperty("items", out _) ? new JsonArray(thing) : thing;

    private static string? EntityOf(JsonElement argument) =>
        argument.TryGetProperty("entity", out JsonElement entity) ? entity.GetString()
        : argument.TryGetProperty("items", out JsonElement items) ? EntityOf(items)
        : null;
}
