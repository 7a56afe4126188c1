using System.Text.Json;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Examples;

/// <summary>Every example of the spec runs, and sends what it says.</summary>
public sealed class ExampleTests
{
    public static TheoryData<ToolExample> All => [.. ToolExample.ByTool.Values.SelectMany(static e => e)];

    // Where nothing was changed, there is nothing to undo.
    public static TheoryData<ToolExample> Sending =>
        [.. ToolExample.ByTool.Values.SelectMany(static e => e).Where(static example => !example.IsOfChanges)];

    [Fact]
    public void Every_listed_tool_has_an_example()
    {
        ToolExample
            .ByTool.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, ToolCatalog.Count).Select(ToolCatalog.Name).Order(StringComparer.Ordinal));
        ToolExample.ByTool.Where(static tool => tool.Value.Length == 0).Select(static tool => tool.Key).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_call_works_and_its_last_request_is_the_examples(ToolExample example)
    {
        SandboxSession session = new(journal: example.IsOfChanges);

        ToolResult result = await session.CallAsync(example.Tool, example.Arguments);

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldNotBeEmpty();
        if (example.Request is not null)
        {
            Last(session).Line.ShouldBe(SentRequest.Parse(example.Request).Line);
        }

        if (example.Body is not null)
        {
            bool isSame = JsonElement.DeepEquals(
                JsonElement.Parse(Last(session).Body),
                JsonElement.Parse(example.Body)
            );
            isSame.ShouldBeTrue($"sent {Last(session).Body}, not {example.Body}");
        }
    }

    // Names of what the response holds ids of are looked up once it is there.
    private static bool IsNoLookup(SentRequest request) => request is not { Method: "GET", Path: "/api/v2/team" };

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task A_tool_writes_once_unless_it_is_read_only(ToolExample example)
    {
        SandboxSession session = new();

        await session.CallAsync(example.Tool, example.Arguments);

        (session.Sent.Count > 0).ShouldBe(example.IsOpenWorld);
        int writes = session.Sent.Count(static request => request.Method != "GET");
        if (example.CopiesAPlace)
        {
            writes.ShouldBeGreaterThan(1);
            return;
        }

        writes.ShouldBe(
            (example.IsReadOnly && !example.IsQuery) || example.AsksFirst ? 0 : 1,
            string.Join('\n', session.Sent)
        );
    }

    // A write may be followed by a request that reads it back.
    private static SentRequest Last(SandboxSession session) =>
        session.Sent.LastOrDefault(static request => request.Method != "GET") ?? session.Sent.Last(IsNoLookup);
}
