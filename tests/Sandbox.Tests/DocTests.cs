using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class DocTests
{
    private const string Docs = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/docs";
    private const string Handbook = $"{Docs}/{SandboxSeed.HandbookDocId}";
    private const string Welcome = $"{Handbook}/pages/{SandboxSeed.WelcomePageId}";

    private readonly Driver _driver = new();

    [Fact]
    public async Task The_search_filters_but_knows_no_words()
    {
        var all = await _driver.GetAsync(Docs);
        all.Names("docs").ShouldBe(["Product Handbook", "API Guide", "Launch Plan"]);
        all.TryGetProperty("next_cursor", out _).ShouldBeFalse();
        all.List("docs")[0].At("workspace_id").ValueKind.ShouldBe(JsonValueKind.Number);
        (await _driver.GetAsync($"{Docs}?parent_type=FOLDER")).Names("docs").ShouldBe(["API Guide"]);
        (await _driver.GetAsync($"{Docs}?parent_type=6")).Names("docs").ShouldBe(["Launch Plan"]);
        (await _driver.GetAsync($"{Docs}?parent_id={SandboxSeed.LaunchListId}"))
            .Names("docs")
            .ShouldBe(["Launch Plan"]);
        (await _driver.GetAsync($"{Docs}?name=Guide&creator={SandboxSeed.OwnerId}")).List("docs").Count.ShouldBe(3);
        (await _driver.GetAsync($"{Docs}?archived=true")).List("docs").ShouldBeEmpty();
        await _driver.RefusedAsync(400, "GET", $"{Docs}?parent_type=TASK");
    }

    [Theory]
    [InlineData(9, 400)]
    [InlineData(10, 200)]
    [InlineData(100, 200)]
    [InlineData(101, 400)]
    public async Task A_limit_is_from_ten_to_a_hundred(int limit, int status) =>
        (await _driver.SendAsync("GET", $"{Docs}?limit={limit}")).Status.ShouldBe(status);

    [Fact]
    public async Task Many_docs_come_page_by_page()
    {
        for (var number = 0; number < 12; number++)
        {
            await CreateAsync($$"""{"name":"Note {{number}}"}""");
        }

        var first = await _driver.GetAsync($"{Docs}?limit=10");
        var cursor = Uri.EscapeDataString(first.Str("next_cursor")!);
        var second = await _driver.GetAsync($"{Docs}?limit=10&cursor={cursor}");
        first.Names("docs", "id").Concat(second.Names("docs", "id")).Distinct().Count().ShouldBe(15);
        second.TryGetProperty("next_cursor", out _).ShouldBeFalse();
        (await _driver.GetAsync($"{Docs}?limit=10&next_cursor={cursor}")).List("docs").Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_doc_is_created_with_a_page_in_the_workspace_unless_the_body_says_otherwise()
    {
        var doc = await CreateAsync("""{"name":"Ideas"}""");
        doc.At("parent", "type").GetInt32().ShouldBe(12);
        (await _driver.GetAsync($"{Docs}/{doc.Str("id")}/page_listing")).GetArrayLength().ShouldBe(1);
        var bare = await CreateAsync(
            $$"""{"name":"Notes","parent":{"id":"{{SandboxSeed.EngineeringSpaceId}}","type":4},"create_page":false,"visibility":2}"""
        );
        (await _driver.GetAsync($"{Docs}/{bare.Str("id")}/page_listing")).GetArrayLength().ShouldBe(0);
        (await _driver.GetAsync($"{Docs}/{bare.Str("id")}")).At("public").GetBoolean().ShouldBeFalse();
        await _driver.RefusedAsync(400, "POST", Docs, """{"parent":{"id":"1","type":"4"}}""");
        await _driver.RefusedAsync(400, "POST", Docs, """{"parent":{"id":"1","type":3}}""");
        await _driver.RefusedAsync(404, "POST", Docs, """{"parent":{"id":"1","type":4}}""");
        await _driver.RefusedAsync(400, "POST", Docs, """{"visibility":"SECRET"}""");
        _driver.Token = SandboxSeed.MemberToken;
        await _driver.RefusedAsync(404, "GET", $"{Docs}/{bare.Str("id")}");
    }

    [Fact]
    public async Task The_page_tree_is_a_bare_array_as_deep_as_asked_for()
    {
        var tree = await _driver.GetAsync($"{Handbook}/page_listing");
        tree.ValueKind.ShouldBe(JsonValueKind.Array);
        var engineering = tree.EnumerateArray().Last();
        engineering.Names("pages").ShouldBe(["Code Review", "Releases"]);
        engineering.List("pages")[1].Names("pages").ShouldBe(["Rollback"]);
        var shallow = (await _driver.GetAsync($"{Handbook}/page_listing?max_page_depth=1")).EnumerateArray().Last();
        shallow.List("pages")[1].TryGetProperty("pages", out _).ShouldBeFalse();
        var pages = await _driver.GetAsync($"{Handbook}/pages?max_page_depth=0&content_format=text/plain");
        pages.GetArrayLength().ShouldBe(2);
        pages[0].Str("content").ShouldBe("Welcome\n\nThis is how we work.");
        await _driver.RefusedAsync(404, "GET", $"{Docs}/none/page_listing");
    }

    [Fact]
    public async Task A_page_is_created_below_another()
    {
        var response = await _driver.SendAsync(
            "POST",
            $"{Handbook}/pages",
            $$"""{"name":"On call","content":"Weekly","parent_page_id":"{{SandboxSeed.EngineeringPageId}}","sub_title":"Rota"}"""
        );
        response.Status.ShouldBe(201);
        var page = Driver.Json(response);
        page.Str("parent_page_id").ShouldBe(SandboxSeed.EngineeringPageId);
        (await _driver.GetAsync($"{Handbook}/pages/{page.Str("id")}")).Str("sub_title").ShouldBe("Rota");
        await _driver.RefusedAsync(404, "POST", $"{Handbook}/pages", """{"parent_page_id":"none"}""");
        await _driver.RefusedAsync(404, "GET", $"{Docs}/{SandboxSeed.GuideDocId}/pages/{page.Str("id")}");
    }

    [Theory]
    [InlineData("""{"content":"New"}""", "New")]
    [InlineData("""{"content":"New","content_edit_mode":"append"}""", "# Welcome\n\nThis is how **we** work.\nNew")]
    [InlineData("""{"content":"New","content_edit_mode":"prepend"}""", "New\n# Welcome\n\nThis is how **we** work.")]
    [InlineData("""{"name":"Hello"}""", "# Welcome\n\nThis is how **we** work.")]
    public async Task An_edit_returns_without_a_body(string body, string content)
    {
        var response = await _driver.SendAsync("PUT", Welcome, body);
        response.Status.ShouldBe(200);
        response.Body.IsEmpty.ShouldBeTrue();
        var page = await _driver.GetAsync(Welcome);
        page.Str("content").ShouldBe(content);
        page.Str("sub_title").ShouldBe("Read this first");
        await _driver.RefusedAsync(400, "PUT", Welcome, """{"content":"x","content_edit_mode":"insert"}""");
        await _driver.RefusedAsync(400, "PUT", Welcome, """{"content":"x","content_format":"text/html"}""");
    }

    [Fact]
    public async Task Docs_go_with_their_folder()
    {
        await _driver.OkAsync("DELETE", $"/folder/{SandboxSeed.BackendFolderId}");
        await _driver.RefusedAsync(404, "GET", $"{Docs}/{SandboxSeed.GuideDocId}");
    }

    private async Task<JsonElement> CreateAsync(string body)
    {
        var response = await _driver.SendAsync("POST", Docs, body);
        response.Status.ShouldBe(201, Driver.Text(response));
        return Driver.Json(response);
    }
}
