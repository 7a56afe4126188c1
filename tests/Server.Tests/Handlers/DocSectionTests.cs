using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tests.Runtime;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Docs are searched, and read and changed by their sections.</summary>
public sealed class DocSectionTests
{
    private const string Page = "# Rota\n\nWeekly.\n\n## Notes\n\nOne.\n\n# Annex\n\n## Notes\n\nTwo.";

    private readonly SandboxSession _session = new();

    [Fact]
    public async Task Words_are_looked_for_in_every_page_and_the_place_is_shown()
    {
        ToolResult found = await _session.CallAsync(
            "search_documents",
            """{"query":"deploy PREVIOUS","fields":["document","page","page_id","section","text","url"]}"""
        );
        ToolResult none = await _session.CallAsync("search_documents", """{"query":"deploy unicorn"}""");

        found.Text.ShouldStartWith("1 page\n");
        found.Text.ShouldContain("Product Handbook");
        found.Text.ShouldContain("Rollback");
        found.Text.ShouldContain("Run `deploy --previous`.");
        found.Text.ShouldContain("https://app.clickup.com/9012000001/v/dc/8cn5a01-217/8cn5a01-325");
        found.Text.ShouldContain("Looked through all 8 pages of 3 docs");
        none.Text.ShouldStartWith("0 pages");
        none.Text.ShouldContain("Looked through all 8 pages of 3 docs");
    }

    [Theory]
    [InlineData("""{"query":"404","document":"API Guide"}""", "Errors", "2 pages of 1 docs")]
    [InlineData("""{"query":"404","folder":"Backend"}""", "Errors", "2 pages of 1 docs")]
    [InlineData("""{"query":"guide 404"}""", "Errors", "8 pages of 3 docs")]
    [InlineData("""{"query":"press kit","list":"Product Launch"}""", "Launch Plan", "1 pages of 1 docs")]
    public async Task A_search_stays_in_its_place(string arguments, string page, string looked)
    {
        ToolResult found = await _session.CallAsync("search_documents", arguments);

        found.Text.ShouldStartWith("1 page\n");
        found.Text.ShouldContain(page);
        found.Text.ShouldContain(looked);
    }

    [Fact]
    public async Task A_search_of_many_docs_goes_on_with_its_cursor_and_shows_each_page_once()
    {
        for (int i = 0; i < 65; i++)
        {
            string doc = await IdAsync("create_document", $$"""{"name":"Log {{i}}","create_page":false}""");
            string content = i % 3 == 0 ? $"Zebra {i} ran." : "Nothing.";
            await IdAsync(
                "create_document_page",
                $$"""{"document":"{{doc}}","name":"P{{i}}","content":"{{content}}"}"""
            );
        }

        List<string> pages = [];
        string? cursor = null;
        int calls = 0;
        do
        {
            string start = cursor is null ? "" : $",\"cursor\":\"{cursor}\"";
            ToolResult part = await _session.CallAsync("search_documents", $$"""{"query":"zebra"{{start}}}""");
            part.IsError.ShouldBeFalse(part.Text);
            pages.AddRange(
                part.Text.Split('\n').Where(static line => line.Contains("Zebra ", StringComparison.Ordinal))
            );
            cursor = TestCursors.In(part.Text);
            calls++;
        } while (cursor is not null && calls < 20);

        pages.Count.ShouldBe(22);
        pages.Distinct().Count().ShouldBe(22);
        calls.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_headings_of_a_page_and_one_of_its_sections_are_read()
    {
        string page = await AddAsync(Page);

        ToolResult outline = await _session.CallAsync(
            "get_document_section",
            $$"""{"document":"API Guide","page":"{{page}}"}"""
        );
        ToolResult section = await _session.CallAsync(
            "get_document_section",
            $$"""{"document":"API Guide","page":"{{page}}","section":"Annex > Notes"}"""
        );
        ToolResult alone = await _session.CallAsync(
            "get_document_section",
            """{"document":"API Guide","section":"Annex"}"""
        );

        outline.Text.ShouldContain("Rota > Notes");
        outline.Text.ShouldContain("Annex > Notes");
        section.Text.ShouldContain("section: Annex > Notes");
        section.Text.ShouldContain("Two.");
        section.Text.ShouldNotContain("One.");
        section.Text.ShouldContain($"https://app.clickup.com/9012000001/v/dc/{SandboxSeed.GuideDocId}/{page}");
        alone.Text.ShouldContain("Two.");
    }

    [Fact]
    public async Task The_headings_of_a_doc_name_their_pages()
    {
        ToolResult outline = await _session.CallAsync("get_document_section", """{"document":"Product Handbook"}""");
        ToolResult missing = await _session.CallAsync(
            "get_document_section",
            """{"document":"Product Handbook","section":"Nowhere"}"""
        );

        outline.Text.ShouldContain("Welcome");
        missing.IsError.ShouldBeTrue();
        missing.Text.ShouldContain("Name the page");
    }

    [Fact]
    public async Task A_section_is_replaced_and_the_rest_stays()
    {
        string page = await AddAsync(Page);

        ToolResult result = await EditAsync(page, "Rota > Notes", "\"replace_section\":\"Three.\"");

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldStartWith("Replaced the section Rota > Notes: ");
        (await ContentAsync(page)).ShouldBe(Page.Replace("One.", "Three.", StringComparison.Ordinal));
        Written().ShouldContain("\"content_edit_mode\":\"replace\"");
    }

    [Fact]
    public async Task What_is_added_at_the_end_of_the_page_rewrites_nothing()
    {
        string page = await AddAsync(Page);

        ToolResult result = await EditAsync(page, "Annex > Notes", "\"append_to_section\":\"Three.\"");

        result.Text.ShouldStartWith("Added the text to the section Annex > Notes: ");
        Written().ShouldContain("\"content_edit_mode\":\"append\"");
        Written().ShouldNotContain("Weekly");
        (await ContentAsync(page)).ShouldStartWith(Page);
        (await ContentAsync(page)).ShouldEndWith("\n\nThree.");
    }

    [Fact]
    public async Task What_is_added_in_the_middle_stands_there()
    {
        string page = await AddAsync(Page);

        await EditAsync(page, "Rota", "\"append_to_section\":\"Daily.\"");

        (await ContentAsync(page)).ShouldBe(Page.Replace("Weekly.", "Weekly.\n\nDaily.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_section_that_changed_since_it_was_read_is_left_alone()
    {
        string page = await AddAsync(Page);
        string version = Between(
            (
                await _session.CallAsync(
                    "get_document_section",
                    $$"""{"document":"API Guide","page":"{{page}}","section":"Rota > Notes"}"""
                )
            ).Text,
            "version: ",
            "\n"
        );
        string edit = $"\"replace_section\":\"Three.\",\"version\":\"{version}\"";
        await EditAsync(page, "Annex > Notes", "\"replace_section\":\"Elsewhere.\"");

        (await EditAsync(page, "Rota > Notes", edit)).IsError.ShouldBeFalse();
        ToolResult refused = await EditAsync(page, "Rota > Notes", edit);

        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("has changed since it was read");
        (await ContentAsync(page)).ShouldContain("Three.");
    }

    [Theory]
    [InlineData("Notes", "\"replace_section\":\"x\"", "2 sections")]
    [InlineData("Nowhere", "\"replace_section\":\"x\"", "no section")]
    [InlineData("Rota", "\"replace_section\":\"# Out\\n\\n# More\"", "would end the section")]
    [InlineData("Rota", "\"append_to_section\":\"```\\nopen\"", "would change the sections beside")]
    [InlineData("Rota", "\"append_to_section\":\"x\",\"replace_section\":\"y\"", "append_to_section")]
    [InlineData("Rota", "\"version\":\"1\"", "append_to_section")]
    public async Task What_is_refused_changes_nothing(string section, string change, string said)
    {
        string page = await AddAsync(Page);

        ToolResult result = await EditAsync(page, section, change);

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(said);
        _session.Sent.ShouldNotContain(static sent => sent.Method == "PUT");
        (await ContentAsync(page)).ShouldBe(Page);
    }

    private string Written() => _session.Sent.Last(static sent => sent.Method == "PUT").Body;

    private Task<ToolResult> EditAsync(string page, string section, string change) =>
        _session.CallAsync(
            "edit_document_section",
            $$"""{"document":"API Guide","page":"{{page}}","section":"{{section}}",{{change}}}"""
        );

    private Task<string> AddAsync(string content) =>
        IdAsync(
            "create_document_page",
            $$"""{"document":"API Guide","name":"Duties","content":{{JsonSerializer.Serialize(content)}}}"""
        );

    private async Task<string> IdAsync(string tool, string arguments)
    {
        ToolResult made = await _session.CallAsync(tool, arguments);
        made.IsError.ShouldBeFalse(made.Text);
        return Between(made.Text, "id: ", "\n");
    }

    private async Task<string> ContentAsync(string page)
    {
        ToolResult shown = await _session.CallAsync(
            "get_document_page",
            $$"""{"document":"API Guide","page":"{{page}}","fields":["content"]}"""
        );
        string[] lines = shown.Text.ReplaceLineEndings("\n").Split("content:\n")[1].Split('\n');
        return string.Join(
                '\n',
                lines.Select(static line => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line)
            )
            .TrimEnd();
    }

    private static string Between(string text, string before, string after) =>
        text.Split(before)[1].Split(after)[0].Trim();
}
