using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Api.Paging;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Reads upstream pages until the caller's limit is met, without losing or repeating an item.</summary>
/// <remarks>A cursor holds the upstream position and how many items of that page were already handed out.</remarks>
internal static class Paginator
{
    // One call must not eat a whole minute's budget of 100 requests.
    private const int MaximumPages = 10;

    /// <summary>Reads from the caller's cursor on.</summary>
    /// <param name="client">The way to the API.</param>
    /// <param name="request">The request for the first page.</param>
    /// <param name="query">What the caller asked for.</param>
    /// <param name="filter">Which items count; null means all. What it leaves out is read but not returned.</param>
    /// <param name="alsoRead">The members of items that are read besides what is shown; null for all, so that no member is missing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async ValueTask<ItemPage> ReadAsync(
        IClickUpClient client,
        ClickUpRequest request,
        ResponseQuery query,
        CancellationToken cancellationToken,
        Func<JsonElement, bool>? filter = null,
        IReadOnlyCollection<string>? alsoRead = null
    )
    {
        request = request with { Wanted = alsoRead is null ? null : WantedItems.Of(query, alsoRead) };
        int limit = query.Options.Limit ?? query.Response.DefaultLimit;
        limit = limit > 0 ? limit : int.MaxValue;
        PageWalker walker = PageWalker.Create(query.Response.Pagination);
        PagePosition position = query.Options.Cursor is { } cursor
            ? query.Cursors.Decode(cursor, walker)
            : query.Start ?? walker.First;
        ItemPage result = new();
        try
        {
            for (int page = 0; page < MaximumPages; page++)
            {
                var response = await client.SendAsync(walker.Apply(request, position), cancellationToken);
                JsonElement root = response.IsEmpty
                    ? throw ResponseReader.Nothing(request)
                    : result.Own(ResponseReader.Parse(response));
                if (IsNothing(root))
                {
                    throw ResponseReader.Nothing(request);
                }

                List<JsonElement> items = ResponseItems.Read(root, query.Response);
                PagePosition? next = walker.Next(response, root, items, position);
                List<JsonElement> fresh = walker.SkipSeen(items, position);
                List<int> taken = Take(fresh, limit - result.Items.Count, filter, out int seen);
                PagePosition start = position;
                result.Seen += seen;
                result.Add(
                    taken.Select(index => fresh[index]),
                    count => Encode(query, walker.Within(start, fresh, taken[count - 1] + 1), walker)
                );
                if (seen < fresh.Count)
                {
                    result.NextCursor = Encode(query, walker.Within(position, fresh, seen), walker);
                    result.Total = walker.Style == PaginationStyle.None && filter is null ? items.Count : null;
                    return result;
                }

                if (next is null || result.Items.Count >= limit)
                {
                    result.NextCursor = next is null ? null : Encode(query, next, walker);
                    return result;
                }

                position = next;
            }

            result.NextCursor = Encode(query, position, walker);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>The indexes of the items to return, and how many were looked at for them.</summary>
    private static List<int> Take(List<JsonElement> fresh, int limit, Func<JsonElement, bool>? filter, out int seen)
    {
        List<int> taken = [];
        for (seen = 0; seen < fresh.Count && taken.Count < limit; seen++)
        {
            if (filter is null || filter(fresh[seen]))
            {
                taken.Add(seen);
            }
        }

        return taken;
    }

    // An empty array is an empty list; an object without the list is none.
    private static bool IsNothing(JsonElement root) =>
        root.ValueKind != JsonValueKind.Array && ResponseReader.IsEmpty(root);

    // A list without limit and pages takes no cursor either.
    private static string? Encode(ResponseQuery query, PagePosition position, PageWalker walker) =>
        query.Response.Pagination is null && query.Response.DefaultLimit == 0
            ? null
            : query.Cursors.Encode(position, walker.Style);
}
