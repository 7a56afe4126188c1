using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>What the catalogue costs whoever lists it: a change that passes a budget fails the build.</summary>
public sealed class BudgetTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_default_list_fits_in_14000_bytes_and_30_tools_beside_those_that_find_more(bool oneWorkspace)
    {
        JsonElement[] tools = List(new ToolPolicyOptions(), out int bytes, oneWorkspace);

        bytes.ShouldBeLessThanOrEqualTo(14_000);
        tools.Length.ShouldBeLessThanOrEqualTo(33);
        string[] names = [.. tools.Select(static t => t.GetProperty("name").GetString()!)];
        names.ShouldContain("find_tools");
        names.ShouldContain("run_read_tool");
        names.ShouldContain("run_write_tool");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_tools_cost_405_bytes_each_on_average(bool oneWorkspace)
    {
        JsonElement[] tools = List(new ToolPolicyOptions { Personas = "all" }, out int bytes, oneWorkspace);

        tools.Length.ShouldBeGreaterThan(150);
        ((double)bytes / tools.Length).ShouldBeLessThanOrEqualTo(405);
    }

    [Fact]
    public void No_description_is_longer_than_400_characters()
    {
        for (int index = 0; index < ToolCatalog.Count; index++)
        {
            ToolCatalog.Describe(index).Description.Length.ShouldBeInRange(20, 400, ToolCatalog.Name(index));
            using JsonDocument schema = JsonDocument.Parse(ToolCatalog.Describe(index).InputSchema);
            foreach (string description in Descriptions(schema.RootElement))
            {
                description.Length.ShouldBeLessThanOrEqualTo(400, ToolCatalog.Name(index));
            }
        }
    }

    [Fact]
    public void The_instructions_fit_in_600_bytes() =>
        Encoding.UTF8.GetByteCount(ToolCatalog.Instructions).ShouldBeLessThanOrEqualTo(600);

    private static JsonElement[] List(ToolPolicyOptions options, out int bytes, bool oneWorkspace = false)
    {
        ToolInventory inventory = new(EmittedCatalog.Instance, ToolPolicy.Create(options, EmittedCatalog.Instance));
        ReadOnlyMemory<byte> list = inventory.List(oneWorkspace: oneWorkspace);
        bytes = list.Length;
        return [.. JsonElement.Parse(list.Span).EnumerateArray()];
    }

    private static IEnumerable<string> Descriptions(JsonElement schema) =>
        schema.ValueKind switch
        {
            JsonValueKind.Object => schema
                .EnumerateObject()
                .SelectMany(static member =>
                    member is { Name: "description", Value.ValueKind: JsonValueKind.String }
                        ? [member.Value.GetString()!]
                        : Descriptions(member.Value)
                ),
            JsonValueKind.Array => schema.EnumerateArray().SelectMany(Descriptions),
            _ => [],
        };
}
