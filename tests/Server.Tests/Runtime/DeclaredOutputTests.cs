using System.Text;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>A success has structured content exactly when the tool declares it, whatever its code returned.</summary>
public sealed class DeclaredOutputTests
{
    private static readonly ResponseDefinition One = new(EchoTool.Shape, false, "", DetailLevel.Summary, 0, null);
    private static readonly ResponseDefinition Many = One with { IsList = true };
    private static readonly StructuredResult Thing = new(EchoTool.Shape, false, """{"id":"1"}""");

    [Fact]
    public void What_is_declared_passes() =>
        new ToolResult("a") { Structured = Thing }
            .As(One)
            .Structured.ShouldBeSameAs(Thing);

    [Fact]
    public void A_sentence_takes_the_place_of_what_a_tool_left_out()
    {
        new ToolResult("No \"timer\".").As(One).Structured!.Json.ShouldBe("""{"outcome":"No \"timer\"."}""");
        new ToolResult("None.").As(Many).Structured!.Json.ShouldBe("""{"count":0,"note":"None.","items":[]}""");
    }

    [Fact]
    public void Content_of_another_shape_or_kind_does_not_pass_for_the_declared_one()
    {
        ShapeDefinition other = EchoTool.Shape with { Name = "other" };

        new ToolResult("a") { Structured = Thing with { Shape = other } }
            .As(One)
            .Structured!.Json.ShouldContain("outcome");
        new ToolResult("a") { Structured = Thing }
            .As(Many)
            .Structured!.Json.ShouldContain("\"items\":[]");
    }

    [Fact]
    public void Errors_and_tools_without_a_schema_have_none()
    {
        new ToolResult("a", IsError: true) { Structured = Thing }
            .As(One)
            .Structured.ShouldBeNull();
        new ToolResult("a") { Structured = Thing }
            .As(null)
            .Structured.ShouldBeNull();
        new ToolResult("a") { Structured = Thing }
            .As(One with { Shape = null })
            .Structured.ShouldBeNull();
    }

    [Theory]
    [InlineData("get_task", """{"id":"1","name":"A"}""", """{"id":"1","name":"A"}""")]
    [InlineData("get_task", "{}", """{"outcome":"Deleted task x."}""")]
    [InlineData("get_tasks", """{"tasks":[{"id":1}]}""", """{"count":1,"items":[{"id":"1"}]}""")]
    [InlineData("get_tasks", """{"tasks":[]}""", """{"count":0,"items":[]}""")]
    [InlineData("delete_task", "", null)]
    [InlineData("echo_handler", "{}", null)]
    public async Task The_dispatcher_sees_to_it(string tool, string result, string? expected)
    {
        TestCatalog catalog = new();
        FakeClickUp clickUp = new(_ => result);
        ToolServices services = clickUp.Services() with
        {
            Projector = new Projector(OutputFormat.Text, isStructured: true),
        };
        ToolInventory inventory = new(catalog, ToolPolicy.Create(new(), catalog));
        ToolDispatcher dispatcher = new(inventory, services, static _ => { });

        ToolCallOutcome outcome = await dispatcher.CallAsync(
            tool,
            Encoding.UTF8.GetBytes("""{"task":"x"}"""),
            NoProgress.Instance,
            TestContext.Current.CancellationToken
        );

        outcome.Result!.Structured?.Json.ShouldBe(expected);
        (outcome.Result.Structured is null).ShouldBe(expected is null);
        catalog.OutputSchema(catalog.Find(tool)).IsDeclared.ShouldBe(expected is not null);
    }

    [Fact]
    public void A_structured_list_holds_the_schemas_of_those_tools_that_have_one()
    {
        TestCatalog catalog = new();
        ToolInventory inventory = new(
            catalog,
            ToolPolicy.Create(new() { EnabledTools = "delete_task,get_task,get_tasks" }, catalog)
        )
        {
            IsStructured = true,
        };

        Encoding
            .UTF8.GetString(inventory.StructuredListJson.Span)
            .ShouldBe(
                """[{"name":"delete_task"},"""
                    + """{"name":"get_task","outputSchema":{"type":"object","properties":{"note":{"type":"string"},"outcome":{"type":"string"},"parts":{"type":"object"},"id":{"type":"string"}}}},"""
                    + """{"name":"get_tasks","outputSchema":{"type":"object","properties":{"count":{"type":"integer"},"total":{"type":"integer"},"next":{"type":"string"},"note":{"type":"string"},"items":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}}},"required":["count","items"]}}]"""
            );
    }
}
