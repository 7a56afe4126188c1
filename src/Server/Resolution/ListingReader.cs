using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Reads all things of a kind in one place, page by page.</summary>
internal sealed class ListingReader(IClickUpClient client, int maxPages)
{
    public async Task<ListedThings> ReadAsync(ListingTarget target, CancellationToken cancellationToken)
    {
        ListingCollector collector = new(target.Kind);
        string? cursor = null;
        for (int page = 0; page < maxPages; page++)
        {
            ClickUpRequest request = target.BuildRequest(page, cursor);
            using JsonDocument answer = JsonLenient.Parse(await client.SendAsync(request, cancellationToken));
            int before = collector.Things.Count;
            foreach (string path in target.Listing.Items)
            {
                collector.Add(answer.RootElement, path);
            }

            cursor = answer.RootElement.Text("next_cursor");
            bool isLast = target.Listing.Pages switch
            {
                ListingPages.Numbered => collector.Things.Count == before,
                ListingPages.Cursor => cursor is null,
                _ => true,
            };
            if (isLast)
            {
                return new ListedThings(collector.Things, IsComplete: true);
            }
        }

        return new ListedThings(collector.Things, IsComplete: false);
    }
}
