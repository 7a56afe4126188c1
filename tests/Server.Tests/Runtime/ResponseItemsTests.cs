using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>Where the items of a list are in a response.</summary>
public sealed class ResponseItemsTests
{
    private static readonly ShapeDefinition Plain = Shape("id");

    [Theory]
    [InlineData("things", """{"things":[{"id":1},{"id":2}]}""", "1 2")]
    [InlineData("things", """[{"id":1}]""", "1")]
    [InlineData("things", """{"things":{"id":1}}""", "1")]
    [InlineData("things", """{"things":{}}""", "")]
    [InlineData("things", """{"other":[{"id":1}]}""", "")]
    [InlineData("groups[].things", """{"groups":[{"things":[{"id":1}]},{},{"things":[{"id":2}]}]}""", "1 2")]
    [InlineData("things{}", """{"things":{"a":{"id":1},"b":null,"c":{"id":2}}}""", "1 2")]
    [InlineData("groups{}.things", """{"groups":{"a":{"things":[{"id":1},{"id":2}]}}}""", "1 2")]
    [InlineData("{}", """{"a":{"id":1}}""", "1")]
    public void Items_are_in_one_place(string path, string response, string ids) => Ids(path, response).ShouldBe(ids);

    [Fact]
    public void Several_places_make_one_list_with_each_id_once()
    {
        ResponseDefinition definition = Definition(Plain, "folders[].goals") with { MorePaths = ["goals", "more{}"] };
        const string Response = """
            {"goals":[{"id":"2"},{"id":"1","late":true}],"folders":[{"goals":[{"id":1}]}],"more":{"a":{"name":"x"}}}
            """;

        Read(definition, Response)
            .Select(static item => item.GetRawText())
            .ShouldBe(["""{"id":1}""", """{"id":"2"}""", """{"name":"x"}"""]);
    }

    [Fact]
    public void A_shape_that_shows_keys_gets_the_name_of_each_member()
    {
        List<JsonElement> items = Read(Definition(Shape("$key"), "{}"), """{"a\"b":{"id":1},"c":5}""");

        items.Select(static item => item.GetRawText()).ShouldBe(["""{"$key":"a\"b","id":1}"""]);
    }

    [Fact]
    public void What_lies_below_an_item_follows_it()
    {
        ResponseDefinition tree = Definition(Plain, "") with { Children = "pages" };
        const string Response = """
            [{"id":1,"pages":[{"id":2,"pages":[{"id":3}]},{"id":4,"pages":[]}]},{"id":5}]
            """;

        List<JsonElement> items = Read(tree, Response);

        items
            .Select(static item => item.GetRawText())
            .ShouldBe([.. Enumerable.Range(1, 5).Select(static id => $$"""{"id":{{id}}}""")]);
    }

    [Fact]
    public void A_tree_without_end_ends()
    {
        string response = "[{}]";
        for (int i = 0; i < 60; i++)
        {
            response = $$"""[{"pages":{{response}}}]""";
        }

        ResponseDefinition tree = Definition(Plain, "") with { Children = "pages" };
        using JsonDocument document = JsonDocument.Parse(response, new JsonDocumentOptions { MaxDepth = 200 });

        ResponseItems.Read(document.RootElement, tree).Count.ShouldBe(51);
    }

    private static string Ids(string path, string response) =>
        string.Join(
            ' ',
            Read(Definition(Plain, path), response).Select(static item => item.GetProperty("id").GetRawText())
        );

    private static List<JsonElement> Read(ResponseDefinition definition, string response) =>
        ResponseItems.Read(JsonElement.Parse(response), definition);

    private static ShapeDefinition Shape(string from) =>
        new("thing", "things", [new ShapeField("id", from, FieldKind.Id, DetailLevel.Names)]);

    private static ResponseDefinition Definition(ShapeDefinition shape, string path) =>
        new(shape, true, path, DetailLevel.Summary, 0, null);
}
