using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Undo;

/// <summary>Of every tool that writes: what it did is undone, or the result says what is not.</summary>
public sealed class UndoOfEveryToolTests
{
    private static readonly string[] Admissions = ["cannot be undone", "Not brought back", " without "];

    public static TheoryData<string> Writers =>
        [
            .. SpecTool
                .All.Where(static tool =>
                    tool is { IsReadOnly: false, IsDiscovery: false }
                    && !tool.Name.StartsWith("undo_", StringComparison.Ordinal)
                )
                .Select(static tool => tool.Name),
        ];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task What_a_tool_did_is_undone_or_the_result_says_what_is_not(string name)
    {
        foreach (JsonObject example in SpecTool.All.Single(tool => tool.Name == name).Examples)
        {
            SandboxSession session = new(journal: true);
            string[] before = SandboxState.Of(session.Sandbox);
            ToolResult done = await session.CallAsync(name, example.ToJsonString());
            done.IsError.ShouldBeFalse(done.Text);
            string[] after = SandboxState.Of(session.Sandbox);
            ToolResult undone = await session.CallAsync("undo_last", "{}");
            string[] left = SandboxState.Difference(before, SandboxState.Of(session.Sandbox));
            string told = $"{name} {example.ToJsonString()}\n{undone.Text}\n{string.Join('\n', left)}";
            if (SandboxState.Difference(before, after).Length == 0)
            {
                left.ShouldBeEmpty(told);
            }
            else if (!Admissions.Any(words => undone.Text.Contains(words, StringComparison.Ordinal)))
            {
                undone.IsError.ShouldBeFalse(told);
                undone.Text.ShouldContain("undone", Case.Sensitive, told);
                left.ShouldBeEmpty(told);
            }
        }
    }

    [Fact]
    public void Every_request_that_undoes_is_an_operation_of_some_tool()
    {
        CatalogView catalog = EmittedCatalog.Instance;
        string[] operations =
        [
            .. Enumerable.Range(0, catalog.Count).SelectMany(index => catalog.Describe(index).Operations).Distinct(),
        ];
        string[] unknown =
        [
            .. operations
                .Select(operation => UndoRule.Of(catalog, operation))
                .OfType<UndoRule>()
                .SelectMany(static rule => rule.By)
                .Select(static by => by.Operation)
                .Except(operations),
        ];
        unknown.ShouldBeEmpty();
    }
}
