using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>Arguments about files of the server's machine: nowhere in what clients over HTTP see.</summary>
public sealed class LocalArgumentTests
{
    private static readonly (string Tool, string Argument)[] Known =
    [
        ("get_attachment", "save_to"),
        ("upload_attachment", "file_path"),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, ToolCatalog.Count)];

    [Fact]
    public void These_are_all() =>
        Enumerable
            .Range(0, ToolCatalog.Count)
            .SelectMany(static index =>
                ToolCatalog.Describe(index).LocalArguments.Select(name => (ToolCatalog.Name(index), name))
            )
            .ShouldBe(Known);

    [Theory]
    [MemberData(nameof(All))]
    public void F_01_F_03_They_and_nothing_else_are_missing_over_HTTP(int index)
    {
        string[] local = ToolCatalog.Describe(index).LocalArguments;
        JsonObject listed = JsonNode.Parse(ToolCatalog.Definition(index))!.AsObject();
        JsonObject contract = JsonNode.Parse(ToolCatalog.Describe(index).InputSchema.Span)!.AsObject();
        foreach (string name in local)
        {
            listed["inputSchema"]!["properties"]!.AsObject().Remove(name).ShouldBeTrue();
            contract["properties"]!.AsObject().Remove(name).ShouldBeTrue();
        }

        ToolDescriptor remote = RemoteCatalog.Instance.Describe(index);
        JsonNode.DeepEquals(JsonNode.Parse(RemoteCatalog.Instance.Definition(index)), listed).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(remote.InputSchema.Span), contract).ShouldBeTrue();
        remote.LocalArguments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void They_are_missing_in_every_form_of_the_list(bool isFull)
    {
        ToolInventory inventory = new(
            RemoteCatalog.Instance,
            ToolPolicy.Create(new ToolPolicyOptions { Personas = "all" }, RemoteCatalog.Instance)
        )
        {
            IsFull = isFull,
            IsStructured = true,
        };

        foreach (bool oneWorkspace in (bool[])[false, true])
        {
            string list = System.Text.Encoding.UTF8.GetString(inventory.List(knowsOutput: true, oneWorkspace).Span);
            list.ShouldContain("file_url");
            list.ShouldNotContain("file_path");
            list.ShouldNotContain("save_to");
        }
    }

    [Fact]
    public async Task F_01_F_03_A_server_over_HTTP_shows_them_neither_in_lists_nor_in_searches()
    {
        await using HttpServer server = await HttpServer.StartAsync(static options => options.Persona = "core,all");
        using HttpResponseMessage list = await server.ModernAsync("tools/list");
        using HttpResponseMessage found = await server.CallAsync("find_tools", """{"query":"upload attachment"}""");
        using HttpResponseMessage refused = await server.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_path":"/etc/passwd"}"""
        );

        string tools = await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string search = await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        string refusal = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        tools.ShouldContain("file_url");
        search.ShouldContain("file_url");
        foreach (string text in (string[])[tools, search])
        {
            text.ShouldNotContain("file_path");
            text.ShouldNotContain("save_to");
        }

        refusal.ShouldContain("This server uses no files of its own machine.");
        JsonElement.Parse(refusal).GetProperty("result").GetProperty("isError").GetBoolean().ShouldBeTrue();
    }
}
