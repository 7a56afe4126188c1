using ClickUpMcp.OpenApi;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>Every operation of ClickUp's public API is reachable through a tool, and no tool sends anything else.</summary>
public sealed class CoverageTests
{
    private static readonly string[] Sent =
    [
        .. Enumerable
            .Range(0, ToolCatalog.Count)
            .SelectMany(static index => ToolCatalog.Describe(index).Operations)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_committed_list_is_what_the_official_documents_say()
    {
        IReadOnlyList<(string, string)>? documents = OfficialOperations.InDocuments();
        Assert.SkipWhen(documents is null, OfficialDocuments.Absent);

        OfficialOperations.Committed.ShouldBe(documents!);
        OfficialOperations.Committed.Count.ShouldBe(173);
    }

    [Fact]
    public void Every_operation_has_a_tool() =>
        OfficialOperations
            .Committed.Select(static o => o.Id)
            .Except(OfficialOperations.WithoutTool.Keys)
            .Except(Sent)
            .ShouldBeEmpty();

    [Fact]
    public void Every_tool_sends_official_operations_alone() =>
        Sent.Except(OfficialOperations.Committed.Select(static o => o.Id)).ShouldBeEmpty();

    [Fact]
    public void Only_tools_that_stay_inside_send_none()
    {
        for (int index = 0; index < ToolCatalog.Count; index++)
        {
            bool isDiscovery =
                ToolCatalog.CategoryNames[ToolCatalog.CategoryIndex(index)]
                is "discovery"
                    or CatalogView.ChangesCategory;
            (ToolCatalog.Describe(index).Operations.Length == 0).ShouldBe(isDiscovery, ToolCatalog.Name(index));
        }
    }
}
