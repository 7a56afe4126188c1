using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Reads upstream pages until the caller's limit is met, without losing or repeating an item.</summary>
/// <remarks>A cursor holds the upstream position and how many items of that page were already handed out.</remarks>
internal static class Paginator
{
    // One call must not eat a whole minute's budget of 100 requests.
    private const int MaximumPages = 10;

    /// <summary>Reads from the caller's cursor on.</summary>
    public static async ValueTask<ItemPage> ReadAsync(
        IClickUpClient client,
        ClickUpRequest request,
        ResponseQuery query,
        CancellationToken cancellationToken
    )
    {
        int limit = query.Options.Limit ?? query.Response.DefaultLimit;
        limit = limit > 0 ? limit : int.MaxValue;
        PageWalker walker = PageWalker.Create(query.Response.Pagination);
        PagePosition position = query.Options.Cursor is { } cursor
            ? CursorCodec.Decode(cursor, query.Tool, walker.Style)
            : walker.First;
        ItemPage result = new();
        try
        {
            for (int page = 0; page < MaximumPages; page++)
            {
                ClickUpResponse response = await client.SendAsync(walker.Apply(request, position), cancellationToken);
                if (response.Body.IsEmpty)
                {
                    return result;
                }

                JsonElement root = result.Own(ResponseReader.Parse(response.Body));
                List<JsonElement> items = Items(root, query.Response.Path);
                PagePosition? next = walker.Next(root, items, position);
                List<JsonElement> fresh = walker.SkipSeen(items, position);
                int taken = Math.Min(limit - result.Items.Count, fresh.Count);
                result.Items.AddRange(fresh.Take(taken));
                if (taken < fresh.Count)
                {
                    bool canContinue = walker.Style != PaginationStyle.None;
                    result.NextCursor = canContinue
                        ? Encode(query, walker.Within(position, fresh, taken), walker)
                        : null;
                    result.Total = canContinue ? null : items.Count;
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

    private static string Encode(ResponseQuery query, PagePosition position, PageWalker walker) =>
        CursorCodec.Encode(position, query.Tool, walker.Style);

    private static List<JsonElement> Items(JsonElement root, string path)
    {
        if (!JsonPath.TryFind(root, path, out JsonElement found))
        {
            // Some lists come bare in one place and wrapped in another.
            return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [];
        }

        return found.ValueKind switch
        {
            JsonValueKind.Array => [.. found.EnumerateArray()],
            JsonValueKind.Object when found.EnumerateObject().Any() => [found],
            _ => [],
        };
    }
}
