using System.Text;
using System.Text.Json;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace SecondSpec;

/// <summary>Another API on the same engine: what its spec says is what its server sees.</summary>
public sealed class LibraryTests
{
    [Fact]
    public async Task The_key_goes_where_the_spec_says_and_nowhere_else()
    {
        await using LibrarySession session = await LibrarySession.StartAsync();

        await session.CallAsync("list_loans");

        session.Library.Headers["X-Api-Key"].ShouldBe(FakeLibrary.Key);
        session.Library.Headers.Keys.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task A_constant_header_replaces_the_usual_one()
    {
        await using LibrarySession session = await LibrarySession.StartAsync();

        await session.CallAsync("get_book", """{"isbn":"b-3"}""");
        session.Library.Headers["Accept"].ShouldBe("application/vnd.library.v1+json");

        await session.CallAsync("list_loans");
        session.Library.Headers["Accept"].ShouldBe("application/json");
    }

    [Fact]
    public async Task Pages_are_counted_from_one_and_no_row_comes_twice()
    {
        await using LibrarySession session = await LibrarySession.StartAsync();

        (string[] first, string? cursor) = Rows(await session.CallAsync("list_books"), "isbn");
        (string[] second, string? end) = Rows(
            await session.CallAsync("list_books", $$"""{"cursor":"{{cursor}}"}"""),
            "isbn"
        );

        first.ShouldBe(["b-0", "b-1", "b-2", "b-3"]);
        second.ShouldBe(["b-4", "b-5", "b-6"]);
        end.ShouldBeNull();
        session.Library.Lines.ShouldBe([
            "GET /v1/books?page=1",
            "GET /v1/books?page=2",
            "GET /v1/books?page=2",
            "GET /v1/books?page=3",
        ]);
    }

    [Fact]
    public async Task Links_are_followed_by_their_parameter_alone()
    {
        await using LibrarySession session = await LibrarySession.StartAsync();

        (string[] first, string? cursor) = Rows(await session.CallAsync("list_loans"), "id");
        (string[] second, string? end) = Rows(
            await session.CallAsync("list_loans", $$"""{"cursor":"{{cursor}}"}"""),
            "id"
        );

        first.ShouldBe(["1", "2", "3"]);
        second.ShouldBe(["4", "5"]);
        end.ShouldBeNull();
        // The link's host, path and other parameters are the upstream's to say, and ours to leave.
        session.Library.Lines.ShouldBe([
            "GET /v1/loans",
            "GET /v1/loans?after=2",
            "GET /v1/loans?after=2",
            "GET /v1/loans?after=4",
        ]);
    }

    [Theory]
    [InlineData("2026-05-01", "2026-05-01")]
    [InlineData("today", "2026-05-01")]
    [InlineData("tomorrow", "2026-05-02")]
    [InlineData("2026-05-03T23:30:00Z", "2026-05-04")]
    public async Task An_all_day_date_is_the_day_on_the_users_calendar(string due, string day)
    {
        await using LibrarySession session = await LibrarySession.StartAsync();

        ToolResult result = await session.CallAsync("lend_book", $$"""{"isbn":"b-1","reader":7,"due":"{{due}}"}""");

        result.IsError.ShouldBeFalse(result.Text);
        session.Library.Body.ShouldBe($$$"""{"loan":{"isbn":"b-1","reader":{"number":7},"due_on":"{{{day}}}"}}""");
        JsonElement.Parse(result.Text).GetProperty("due").GetString().ShouldBe(day);
    }

    [Fact]
    public async Task A_nested_error_body_is_read()
    {
        await using LibrarySession session = await LibrarySession.StartAsync();

        ToolResult conflict = await session.CallAsync("get_book", """{"isbn":"b-8"}""");
        conflict.IsError.ShouldBeTrue();
        conflict.Text.ShouldContain("HTTP 409, ON_LOAN");
        conflict.Text.ShouldContain("It is out until Monday.");
        conflict.Text.ShouldContain("the library");
        conflict.Text.ShouldNotContain("ClickUp");

        ToolResult missing = await session.CallAsync("get_book", """{"isbn":"b-9"}""");
        missing.Text.ShouldContain("HTTP 404, NO_BOOK");
    }

    [Fact]
    public async Task A_refused_key_is_not_shown()
    {
        await using LibrarySession session = await LibrarySession.StartAsync(key: "lib-wrong-000");

        ToolResult result = await session.CallAsync("list_books");

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("KEY_UNKNOWN");
        result.Text.ShouldNotContain("lib-wrong-000");
    }

    [Fact]
    public async Task A_reset_in_seconds_closes_the_budget_for_so_long()
    {
        await using LibrarySession session = await LibrarySession.StartAsync(deadline: TimeSpan.FromSeconds(5));
        session.Library.Remaining = 0;

        ToolResult refused = await session.CallAsync("list_loans");
        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain("The rate limit of the library");
        refused.Text.ShouldContain("in 7 s");

        session.Library.Remaining = 50;
        (await session.CallAsync("list_loans")).IsError.ShouldBeTrue();
        session.Library.Lines.ShouldHaveSingleItem();

        session.Time.Advance(TimeSpan.FromSeconds(8));
        (await session.CallAsync("list_loans")).IsError.ShouldBeFalse();
    }

    [Fact]
    public async Task The_general_tools_find_and_run_the_others()
    {
        await using LibrarySession session = await LibrarySession.StartAsync(
            new ToolPolicyOptions { Personas = "visitor" }
        );
        Encoding.UTF8.GetString(session.Inventory.ListJson.Span).ShouldNotContain("list_books");

        (await session.CallAsync("find_tools", """{"query":"books on shelves"}""")).Text.ShouldContain("list_books");
        ToolResult ran = await session.CallAsync("run_read_tool", """{"name":"get_book","arguments":{"isbn":"b-4"}}""");
        ran.Text.ShouldContain("Solaris");
        (await session.CallAsync("lend_book")).IsError.ShouldBeTrue();
    }

    [Fact]
    public void The_catalogue_is_the_second_specs_own()
    {
        Enumerable
            .Range(0, ToolCatalog.Count)
            .Select(ToolCatalog.Name)
            .ShouldBe([
                "get_book",
                "list_books",
                "find_tools",
                "run_read_tool",
                "run_write_tool",
                "lend_book",
                "list_loans",
            ]);
        ToolCatalog.ServerName.ShouldBe("library-mcp");
    }

    private static (string[] Values, string? Cursor) Rows(ToolResult result, string field)
    {
        result.IsError.ShouldBeFalse(result.Text);
        JsonElement root = JsonElement.Parse(result.Text);
        return (
            [.. root.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(field).GetString()!)],
            root.TryGetProperty("next", out JsonElement cursor) ? cursor.GetString() : null
        );
    }
}
