using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Api.Paging;

/// <summary>Walks comments: <c>start</c> and <c>start_id</c> name the oldest one seen, and both are needed.</summary>
internal sealed class StartIdPageWalker(PaginationDefinition definition) : PageWalker
{
    private const char Separator = ' ';

    public override PaginationStyle Style => PaginationStyle.StartId;

    public override bool Accepts(PagePosition position) =>
        position.Value.Length == 0 || position.Value.Contains(Separator, StringComparison.Ordinal);

    public override ClickUpRequest Apply(ClickUpRequest request, PagePosition position)
    {
        if (position.Value.Length == 0)
        {
            return request;
        }

        (string date, string id) = Split(position);
        return request.WithQuery("start", date).WithQuery("start_id", id);
    }

    public override PagePosition? Next(
        ClickUpResponse response,
        JsonElement root,
        List<JsonElement> items,
        PagePosition position
    )
    {
        bool isShort = items.Count == 0 || items.Count < definition.PageSize;
        PagePosition? after = isShort ? null : After(items[^1]);
        return after == position ? null : after;
    }

    // The item at the position was the last one handed out, should the endpoint include it again.
    public override List<JsonElement> SkipSeen(List<JsonElement> items, PagePosition position)
    {
        string seen = position.Value.Length == 0 ? string.Empty : Split(position).Id;
        return seen.Length == 0 ? items : [.. items.Where(item => LenientValue.Text(item, "id") != seen)];
    }

    public override PagePosition Within(PagePosition position, List<JsonElement> fresh, int taken) =>
        taken == 0 ? position : After(fresh[taken - 1]) ?? position;

    private static PagePosition? After(JsonElement item) =>
        LenientValue.Text(item, "date") is { } date && LenientValue.Text(item, "id") is { } id
            ? new PagePosition($"{date}{Separator}{id}", 0)
            : null;

    private static (string Date, string Id) Split(PagePosition position)
    {
        int separator = position.Value.IndexOf(Separator);
        return separator < 0
            ? (position.Value, string.Empty)
            : (position.Value[..separator], position.Value[(separator + 1)..]);
    }
}
