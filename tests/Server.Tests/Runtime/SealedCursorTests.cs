using System.Text.Json.Nodes;
using ClickUpMcp.Api.Paging;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>Of every tool that takes a cursor: one that does not belong to the call is refused, and the model learns what to do.</summary>
[Trait("Requirement", "T-05")]
public sealed class SealedCursorTests
{
    private const string Refusal = "The cursor does not belong to this call.";

    private static readonly string[] Nonsense =
    [
        "x",
        "not a cursor",
        "MQ",
        "../../etc/passwd",
        // The form of earlier versions, of each style.
        "OTM4YzA4MGIxCmxpc3RfdGFza3MKMwowCm5vdCBqc29u",
        new('A', 1000),
    ];

    public static TheoryData<ToolExample> Examples => [.. Paged];

    private static IEnumerable<ToolExample> Paged =>
        ToolExample.ByTool.Where(static tool => Takes(tool.Key, "cursor")).Select(static tool => tool.Value.First());

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task T_05_nonsense_is_a_plain_error(ToolExample example)
    {
        foreach (string cursor in Nonsense)
        {
            await RefusesAsync(new SandboxSession(journal: example.IsOfChanges), example.Tool, With(example, cursor));
        }
    }

    [Fact]
    public async Task T_05_a_cursor_of_one_tool_owner_or_argument_is_none_of_another()
    {
        List<(ToolExample Example, string Cursor)> all = [];
        foreach (ToolExample example in Paged.Where(static example => Takes(example.Tool, "limit")))
        {
            ToolResult first = await new SandboxSession().CallAsync(example.Tool, With(example, cursor: null));
            if (TestCursors.In(first.Text) is { } cursor)
            {
                all.Add((example, cursor));
            }
        }

        all.Count.ShouldBeGreaterThan(15);
        foreach (((ToolExample example, string cursor), int i) in all.Select(static (one, i) => (one, i)))
        {
            (await new SandboxSession().CallAsync(example.Tool, With(example, cursor))).IsError.ShouldBeFalse();
            await RefusesAsync(new SandboxSession(owner: "ben"), example.Tool, With(example, cursor));
            await RefusesAsync(new SandboxSession(), example.Tool, With(example, all[(i + 1) % all.Count].Cursor));
            await RefusesAsync(new SandboxSession(), example.Tool, With(example, cursor, ("workspace", "Acme")));
        }
    }

    [Theory]
    [InlineData("None", "1")]
    [InlineData("Page", "")]
    [InlineData("Page", "-1")]
    [InlineData("Page", " 1")]
    [InlineData("Page", "99999999999999999999")]
    [InlineData("StartId", "1763900000000")]
    [InlineData("Cursor", "not json")]
    [InlineData("Cursor", "{}")]
    [InlineData("Cursor", "null")]
    [InlineData("BodyCursor", "[1]")]
    [InlineData("BodyCursor", "\"a\" x")]
    public void T_05_a_sealed_position_that_means_nothing_is_refused(string styleName, string value)
    {
        PaginationStyle style = Enum.Parse<PaginationStyle>(styleName);
        PageWalker walker = PageWalker.Create(new PaginationDefinition(style, 10, "page", "next", ""));
        CallCursors cursors = TestCursors.Of("list_tasks");

        Should
            .Throw<ActionableException>(() => cursors.Decode(cursors.Encode(new PagePosition(value, 0), style), walker))
            .What.ShouldBe(Refusal);
    }

    [Theory]
    [InlineData("Page", "3")]
    [InlineData("StartId", "1763900000000 90")]
    [InlineData("StartId", "")]
    [InlineData("Cursor", "\"abc\"")]
    [InlineData("Cursor", "")]
    [InlineData("BodyCursor", "1763900000000")]
    [InlineData("Link", "any")]
    public void A_sealed_position_of_its_style_is_accepted(string styleName, string value)
    {
        PaginationStyle style = Enum.Parse<PaginationStyle>(styleName);
        PageWalker walker = PageWalker.Create(new PaginationDefinition(style, 10, "page", "next", ""));
        CallCursors cursors = TestCursors.Of("list_tasks");

        cursors.Decode(cursors.Encode(new PagePosition(value, 2), style), walker).ShouldBe(new(value, 2));
        Should.Throw<ActionableException>(() =>
            cursors.Decode(cursors.Encode(new PagePosition(value, -2), style), walker)
        );
    }

    private static async Task RefusesAsync(SandboxSession session, string tool, string arguments)
    {
        ToolResult result = await session.CallAsync(tool, arguments);
        result.IsError.ShouldBeTrue(tool);
        result.Text.ShouldStartWith(Refusal, Case.Sensitive, $"{tool} {arguments}");
        result.Text.ShouldContain("start from the beginning");
    }

    private static bool Takes(string tool, string argument) =>
        JsonNode.Parse(EmittedCatalog.Instance.Describe(EmittedCatalog.Instance.Find(tool)).InputSchema.Span)![
            "properties"
        ]!
            .AsObject()
            .ContainsKey(argument);

    private static string With(ToolExample example, string? cursor, params (string Name, string Value)[] others)
    {
        JsonObject arguments = JsonNode.Parse(example.Arguments)!.AsObject();
        arguments["limit"] = 1;
        if (!Takes(example.Tool, "limit"))
        {
            arguments.Remove("limit");
        }

        arguments["cursor"] = cursor;
        foreach ((string name, string value) in others)
        {
            arguments[name] = value;
        }

        return arguments.ToJsonString();
    }
}
