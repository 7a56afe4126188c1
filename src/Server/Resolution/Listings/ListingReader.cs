using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Api.Paging;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Resolution;

/// <summary>Reads all things of a kind in one place, page by page.</summary>
internal sealed class ListingReader(IClickUpClient client, int maxPages)
{
    public async Task<ListedThings> ReadAsync(ListingTarget target, CancellationToken cancellationToken)
    {
        ListingCollector collector = new(target.Kind);
        PageWalker walker = PageWalker.Create(target.Kind.Pagination);
        ClickUpRequest request = target.Listing.Request(target);
        PagePosition? position = walker.First;
        for (int page = 0; page < maxPages && position is not null; page++)
        {
            ClickUpResponse response = await client.SendAsync(walker.Apply(request, position), cancellationToken);
            using JsonDocument document = JsonLenient.Parse(response);
            int before = collector.Things.Count;
            List<JsonElement> items = collector.Add(document.RootElement);
            // An API that ignores the page number sends the same page for ever.
            bool isRepeated = walker.Style == PaginationStyle.Page && collector.Things.Count == before;
            position = isRepeated ? null : walker.Next(response, document.RootElement, items, position);
        }

        return new ListedThings(collector.Things, IsComplete: position is null);
    }
}
