using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Runtime;

public class PaginatorTests
{
    private const int PageSize = 7;

    private static readonly ShapeDefinition Shape = new(
        "item",
        "items",
        [new ShapeField("id", "id", FieldKind.Id, DetailLevel.Names)]
    );

    [Theory]
    [InlineData("Page", "last_page")]
    [InlineData("Page", "")]
    [InlineData("StartId", "")]
    [InlineData("Cursor", "")]
    [InlineData("BodyCursor", "")]
    public async Task No_item_is_lost_or_repeated_whatever_the_limits(string styleName, string last)
    {
        PaginationStyle style = Enum.Parse<PaginationStyle>(styleName);
        string parameter = style switch
        {
            PaginationStyle.Page => "page",
            PaginationStyle.BodyCursor => "pagination.after",
            _ => "cursor",
        };
        PaginationDefinition pagination = new(style, PageSize, parameter, "paging.next", last);
        Random random = new(23);
        for (int round = 0; round < 300; round++)
        {
            int total = random.Next(0, 60);
            FakeClickUp upstream = new(request => Response(request, style, total, last.Length > 0));
            List<string> seen = [];
            string? cursor = null;
            int calls = 0;
            do
            {
                int limit = random.Next(1, 20);
                using ItemPage page = await ReadAsync(upstream, pagination, limit, cursor);
                page.Items.Count.ShouldBeLessThanOrEqualTo(limit);
                seen.AddRange(page.Items.Select(static i => i.GetProperty("id").GetString()!));
                cursor = page.NextCursor;
                calls++;
            } while (cursor is not null && calls < 200);

            seen.ShouldBe(Enumerable.Range(0, total).Select(static i => $"i{i}"), $"{style} {total}");
        }
    }

    [Theory]
    [InlineData("Cursor")]
    [InlineData("BodyCursor")]
    public async Task A_page_may_start_from_the_last_item(string styleName)
    {
        PaginationStyle style = Enum.Parse<PaginationStyle>(styleName);
        PaginationDefinition pagination = new(style, PageSize, "before", "", "") { LastItem = "at.time" };
        FakeClickUp upstream = new(request =>
        {
            string? before =
                style == PaginationStyle.Cursor ? request.Query.Split('=').ElementAtOrDefault(1)
                : request.Body.IsEmpty ? null
                : JsonElement.Parse(request.Body.Span).GetProperty("before").GetRawText();
            int start = before is null ? 30 : int.Parse(before);
            IEnumerable<string> items = Enumerable
                .Range(1, 30)
                .Reverse()
                .Where(i => i < start)
                .Take(PageSize)
                .Select(static i => $$"""{"at":{"time":{{i}},"by":0},"id":"i{{i}}"}""");
            return $$"""{"items":[{{string.Join(',', items)}}]}""";
        });
        List<string> seen = [];
        string? cursor = null;
        do
        {
            using ItemPage page = await ReadAsync(upstream, pagination, limit: 5, cursor);
            seen.AddRange(page.Items.Select(static i => i.GetProperty("id").GetString()!));
            cursor = page.NextCursor;
        } while (cursor is not null && seen.Count < 100);

        seen.ShouldBe(Enumerable.Range(1, 29).Reverse().Select(static i => $"i{i}"));
    }

    [Fact]
    public async Task A_call_reads_no_more_pages_than_it_needs()
    {
        FakeClickUp upstream = new(static request => Response(request, PaginationStyle.Page, 100, false));
        PaginationDefinition pagination = new(PaginationStyle.Page, PageSize, "page", string.Empty, string.Empty);

        using ItemPage page = await ReadAsync(upstream, pagination, 14, null);

        upstream.Requests.Select(static r => r.Query).ShouldBe(["page=0", "page=1"]);
    }

    [Fact]
    public async Task Ten_pages_end_a_call_but_not_the_list()
    {
        FakeClickUp upstream = new(static request => Response(request, PaginationStyle.Page, 1000, false));
        PaginationDefinition pagination = new(PaginationStyle.Page, PageSize, "page", string.Empty, string.Empty);

        using ItemPage page = await ReadAsync(upstream, pagination, 500, null);

        upstream.Requests.Count.ShouldBe(10);
        page.Items.Count.ShouldBe(70);
        using ItemPage next = await ReadAsync(upstream, pagination, 1, page.NextCursor);
        next.Items[0].GetProperty("id").GetString().ShouldBe("i70");
    }

    [Fact]
    public async Task A_comment_that_is_sent_again_is_not_shown_again()
    {
        // Some endpoints include the comment that start_id names.
        FakeClickUp upstream = new(static request =>
            Response(request, PaginationStyle.StartId, 20, false, isInclusive: true)
        );
        PaginationDefinition pagination = new(
            PaginationStyle.StartId,
            PageSize,
            string.Empty,
            string.Empty,
            string.Empty
        );

        using ItemPage page = await ReadAsync(upstream, pagination, 100, null);

        page.Items.Select(static i => i.GetProperty("id").GetString())
            .ShouldBe(Enumerable.Range(0, 20).Select(i => $"i{i}"));
    }

    [Fact]
    public async Task An_endless_upstream_cursor_ends()
    {
        FakeClickUp upstream = new(static _ => """{"items":[{"id":"1"}],"paging":{"next":"same"}}""");
        PaginationDefinition pagination = new(PaginationStyle.Cursor, 0, "cursor", "paging.next", string.Empty);

        using ItemPage page = await ReadAsync(upstream, pagination, 1000, null);

        upstream.Requests.Count.ShouldBe(2);
        page.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_numeric_cursor_goes_back_as_a_number_beside_the_rest_of_the_body()
    {
        FakeClickUp upstream = new(static r =>
            r.Body.IsEmpty || !Encoding.UTF8.GetString(r.Body.Span).Contains("after", StringComparison.Ordinal)
                ? """{"items":[{"id":"1"}],"paging":{"next":1763900000000}}"""
                : """{"items":[]}"""
        );
        PaginationDefinition pagination = new(
            PaginationStyle.BodyCursor,
            0,
            "pagination.after",
            "paging.next",
            string.Empty
        );
        ClickUpRequest request = new(
            "op",
            ClickUpMethod.Post,
            "/x",
            string.Empty,
            """{"a":1,"pagination":{"rows":5}}"""u8.ToArray()
        );

        using ItemPage page = await Paginator.ReadAsync(
            upstream,
            request,
            Query(pagination, 10, null),
            TestContext.Current.CancellationToken
        );

        Encoding
            .UTF8.GetString(upstream.Requests[1].Body.Span)
            .ShouldBe("""{"a":1,"pagination":{"rows":5,"after":1763900000000}}""");
    }

    [Fact]
    public async Task A_list_without_pages_is_cut_says_how_many_there_are_and_continues()
    {
        FakeClickUp upstream = new(static _ => """{"items":[{"id":"1"},{"id":"2"},{"id":"3"}]}""");

        using ItemPage page = await ReadAsync(upstream, null, 2, null);
        using ItemPage rest = await ReadAsync(upstream, null, 2, page.NextCursor);

        page.Items.Count.ShouldBe(2);
        page.Total.ShouldBe(3);
        rest.Items.ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe("3");
        rest.Total.ShouldBeNull();
        rest.NextCursor.ShouldBeNull();
    }

    [Theory]
    [InlineData("Page")]
    [InlineData("StartId")]
    [InlineData("Cursor")]
    public async Task The_cursor_after_any_of_the_items_continues_right_there(string styleName)
    {
        PaginationStyle style = Enum.Parse<PaginationStyle>(styleName);
        PaginationDefinition pagination = new(
            style,
            PageSize,
            style == PaginationStyle.Page ? "page" : "cursor",
            "paging.next",
            string.Empty
        );
        FakeClickUp upstream = new(request => Response(request, style, 40, saysLast: false));
        using ItemPage page = await ReadAsync(upstream, pagination, 30, null);
        for (int count = 1; count <= 30; count++)
        {
            using ItemPage rest = await ReadAsync(upstream, pagination, 1, page.Position.CursorAfter!(count));
            rest.Items[0].GetProperty("id").GetString().ShouldBe($"i{count}");
        }
    }

    [Fact]
    public async Task A_filter_reads_on_until_the_limit_and_its_cursors_skip_no_match()
    {
        FakeClickUp upstream = new(static request => Response(request, PaginationStyle.Page, 60, saysLast: false));
        PaginationDefinition pagination = new(PaginationStyle.Page, PageSize, "page", string.Empty, string.Empty);
        List<string> seen = [];
        string? cursor = null;
        int looked = 0;
        do
        {
            using ItemPage page = await Paginator.ReadAsync(
                upstream,
                new ClickUpRequest("op", ClickUpMethod.Get, "/x", string.Empty, default),
                Query(pagination, 2, cursor),
                TestContext.Current.CancellationToken,
                static item => Number(item) % 5 == 3
            );
            seen.AddRange(page.Items.Select(static item => item.GetProperty("id").GetString()!));
            looked += page.Seen;
            cursor = page.NextCursor;
        } while (cursor is not null);

        seen.ShouldBe(Enumerable.Range(0, 60).Where(static i => i % 5 == 3).Select(static i => $"i{i}"));
        looked.ShouldBe(60);
    }

    private static int Number(JsonElement item) => int.Parse(item.GetProperty("id").GetString()![1..]);

    private static ValueTask<ItemPage> ReadAsync(
        FakeClickUp upstream,
        PaginationDefinition? pagination,
        int limit,
        string? cursor
    ) =>
        Paginator.ReadAsync(
            upstream,
            new ClickUpRequest("op", ClickUpMethod.Get, "/x", string.Empty, default),
            Query(pagination, limit, cursor),
            TestContext.Current.CancellationToken
        );

    private static ResponseQuery Query(PaginationDefinition? pagination, int limit, string? cursor) =>
        new(
            TestCursors.Of("get_items"),
            new ResponseDefinition(Shape, true, "items", DetailLevel.Summary, 10, pagination),
            new OutputOptions { Limit = limit, Cursor = cursor },
            null
        );

    /// <summary>An upstream with <paramref name="total"/> items <c>i0, i1, …</c>, newest first.</summary>
    private static string Response(
        ClickUpRequest request,
        PaginationStyle style,
        int total,
        bool saysLast,
        bool isInclusive = false
    )
    {
        Dictionary<string, string> query = request
            .Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static p => p.Split('='))
            .ToDictionary(static p => p[0], static p => Uri.UnescapeDataString(p[1]));
        int start = style switch
        {
            PaginationStyle.Page => int.Parse(query["page"]) * PageSize,
            PaginationStyle.StartId when query.TryGetValue("start_id", out string? id) => int.Parse(id[1..])
                + (isInclusive ? 0 : 1),
            PaginationStyle.Cursor when query.TryGetValue("cursor", out string? text) => int.Parse(text[2..]),
            PaginationStyle.BodyCursor when !request.Body.IsEmpty => BodyStart(request),
            _ => 0,
        };
        if (style == PaginationStyle.StartId && start > 0)
        {
            query["start"].ShouldBe($"{5000 - int.Parse(query["start_id"][1..])}", "both belong to the same comment");
        }

        int end = Math.Min(total, start + PageSize);
        IEnumerable<string> items = Enumerable
            .Range(start, Math.Max(0, end - start))
            .Select(static i => $$"""{"id":"i{{i}}","date":"{{5000 - i}}"}""");
        string next = end < total ? $"\"c:{end}\"" : "\"\"";
        string last = saysLast ? $",\"last_page\":{(end >= total ? "true" : "false")}" : string.Empty;
        return $"{{\"items\":[{string.Join(',', items)}],\"paging\":{{\"next\":{next}}}{last}}}";
    }

    private static int BodyStart(ClickUpRequest request)
    {
        using JsonDocument body = JsonDocument.Parse(request.Body);
        return int.Parse(body.RootElement.GetProperty("pagination").GetProperty("after").GetString()![2..]);
    }
}
