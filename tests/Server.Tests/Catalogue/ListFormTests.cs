using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>What lists of tools show beside the usual: the workspace where there are several, the whole contract where it is wanted.</summary>
public sealed class ListFormTests
{
    public static TheoryData<int> All => [.. Enumerable.Range(0, ToolCatalog.Count)];

    [Theory]
    [MemberData(nameof(All))]
    public void Several_workspaces_put_the_workspace_into_every_schema_and_change_nothing_else(int index)
    {
        JsonObject listed = Tool(index);
        JsonObject? properties = listed["inputSchema"]!["properties"]?.AsObject();
        bool callsTheApi = ToolCatalog.Describe(index).Operations.Length > 0;

        properties?["workspace"]?.ToJsonString().ShouldBe("""{"type":"string"}""");
        (properties?.Remove("workspace") == true).ShouldBe(callsTheApi);
        if (properties?.Count == 0)
        {
            listed["inputSchema"]!.AsObject().Remove("properties");
        }

        JsonNode.DeepEquals(listed, Tool(index, oneWorkspace: true)).ShouldBeTrue(listed.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_full_list_has_the_contract(int index)
    {
        JsonObject listed = Tool(index, isFull: true);
        JsonNode contract = JsonNode.Parse(ToolCatalog.Describe(index).InputSchema.Span)!;

        JsonNode.DeepEquals(listed["inputSchema"], contract).ShouldBeTrue(listed.ToJsonString());
        contract["properties"]!["workspace"].ShouldNotBeNull();
        JsonObject usual = Tool(index);
        usual["inputSchema"] = contract;
        JsonNode.DeepEquals(listed, usual).ShouldBeTrue(listed.ToJsonString());
    }

    [Fact]
    public void The_forms_go_together_with_output_schemas()
    {
        ToolInventory inventory = Inventory(isFull: true, isStructured: true);

        JsonElement[] tools = [.. JsonElement.Parse(inventory.List(knowsOutput: true).Span).EnumerateArray()];

        JsonElement task = tools.Single(static t => t.GetProperty("name").ValueEquals("get_task"));
        task.TryGetProperty("outputSchema", out _).ShouldBeTrue();
        task.GetProperty("inputSchema").GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
    }

    private static JsonObject Tool(int index, bool oneWorkspace = false, bool isFull = false) =>
        JsonNode
            .Parse(Inventory(isFull).List(oneWorkspace: oneWorkspace).Span)!
            .AsArray()
            .Single(tool => tool!["name"]!.GetValue<string>() == ToolCatalog.Name(index))!
            .DeepClone()
            .AsObject();

    private static ToolInventory Inventory(bool isFull, bool isStructured = false) =>
        new(
            EmittedCatalog.Instance,
            ToolPolicy.Create(new ToolPolicyOptions { Personas = "core,all" }, EmittedCatalog.Instance)
        )
        {
            IsFull = isFull,
            IsStructured = isStructured,
        };
}
