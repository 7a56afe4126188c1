using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

public sealed class DocHandlerTests
{
    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("""{"folder":"Backend"}""", "parent_id=90151000001&parent_type=FOLDER&limit=100")]
    [InlineData("""{"list":"Product Launch"}""", "parent_id=90152000010&parent_type=LIST&limit=100")]
    [InlineData("""{"space":"Engineering"}""", "parent_id=90150000001&parent_type=SPACE&limit=100")]
    [InlineData("{}", "limit=100")]
    public async Task Docs_are_listed_by_place(string arguments, string query)
    {
        (await _session.CallAsync("list_documents", arguments)).IsError.ShouldBeFalse();

        _session.Sent[^1].Query.TrimStart('?').ShouldBe(query);
    }

    [Fact]
    public async Task Words_of_the_name_are_looked_for_here()
    {
        ToolResult found = await _session.CallAsync("list_documents", """{"name":"guide API"}""");
        ToolResult none = await _session.CallAsync("list_documents", """{"name":"guide none"}""");

        found.Text.ShouldContain(SandboxSeed.GuideDocId);
        found.Text.ShouldNotContain(SandboxSeed.PlanDocId);
        found.Text.ShouldContain("Looked through all 3 docs.");
        none.Text.ShouldStartWith("0 docs");
    }

    [Fact]
    public async Task The_tree_is_one_list_in_reading_order()
    {
        ToolResult all = await _session.CallAsync("list_document_pages", """{"document":"Product Handbook"}""");
        ToolResult top = await _session.CallAsync(
            "list_document_pages",
            """{"document":"Product Handbook","max_page_depth":0}"""
        );

        all.Text.ShouldContain("5 pages");
        all.Text.IndexOf("Rollback", StringComparison.Ordinal)
            .ShouldBeGreaterThan(all.Text.IndexOf("Releases", StringComparison.Ordinal));
        all.Text.ShouldContain($"{SandboxSeed.RollbackPageId}\tRollback\t8cn5a01-324");
        top.Text.ShouldContain("2 pages");
    }

    [Fact]
    public async Task Pages_keep_their_lines_and_come_in_the_order_asked_for()
    {
        ToolResult result = await _session.CallAsync(
            "get_document_pages",
            """{"document":"Product Handbook","pages":["Rollback","Welcome"]}"""
        );

        result.Text.ShouldStartWith("2 pages\n\nid: 8cn5a01-325\nname: Rollback\n");
        result.Text.ShouldContain("content:\n  # Welcome\n  \n  This is how **we** work.");
        result.Text.ShouldNotContain("How we build.");
    }

    [Fact]
    public async Task A_page_of_another_doc_is_refused_with_the_pages_there_are()
    {
        ToolResult result = await _session.CallAsync(
            "get_document_pages",
            """{"document":"API Guide","pages":["8cn5a01-321"]}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("Overview (id 8cn5a01-331)");
    }

    [Theory]
    [InlineData("""{"name":"N","list":"API","space":"Engineering"}""", """{"id":"90152000002","type":6}""")]
    [InlineData("""{"name":"N","space":"Engineering"}""", """{"id":"90150000001","type":4}""")]
    [InlineData("""{"name":"N"}""", """{"id":"9012000001","type":12}""")]
    public async Task A_doc_is_put_into_the_most_specific_place(string arguments, string parent)
    {
        ToolResult result = await _session.CallAsync("create_document", arguments);

        result.IsError.ShouldBeFalse(result.Text);
        _session.Sent[^1].Body.ShouldContain(parent);
    }

    [Theory]
    [InlineData(
        "\"append_content\":\"More.\"",
        "Appended the text as a new paragraph at the end of page Overview.",
        "over HTTPS.\n\n\nMore."
    )]
    [InlineData(
        "\"content\":\"More.\",\"content_edit_mode\":\"append\"",
        "Appended the text as a new paragraph at the end of page Overview.",
        "over HTTPS.\n\n\nMore."
    )]
    [InlineData("\"prepend_content\":\"Before.\"", "Put the text before that of page Overview.", "Before.\n\n\n")]
    [InlineData("\"content\":\"All new.\"", "Replaced the whole text of page Overview.", "All new.")]
    [InlineData("\"name\":\"Start\"", "Renamed page Overview.", "Start")]
    public async Task A_page_is_written_to_by_name(string added, string said, string shown)
    {
        ToolResult result = await _session.CallAsync(
            "update_document_page",
            $$"""{"document":"API Guide","page":"Overview",{{added}}}"""
        );
        ToolResult page = await _session.CallAsync(
            "get_document_page",
            """{"document":"API Guide","page":"8cn5a01-331"}"""
        );

        result.Text.ShouldBe(said);
        page.Text.ReplaceLineEndings("\n").Replace("\n  ", "\n", StringComparison.Ordinal).ShouldContain(shown);
    }

    [Fact]
    public async Task A_page_is_not_replaced_and_added_to_at_once()
    {
        ToolResult result = await _session.CallAsync(
            "update_document_page",
            """{"document":"API Guide","page":"Overview","replace_content":"a","append_content":"b"}"""
        );

        result.IsError.ShouldBeTrue();
        _session.Sent.ShouldBeEmpty();
    }
}
