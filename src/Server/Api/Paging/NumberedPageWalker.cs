using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Api.Paging;

/// <summary>Walks numbered pages until the response says so, or until a page comes short or empty.</summary>
internal sealed class NumberedPageWalker(PaginationDefinition definition) : PageWalker
{
    public override PaginationStyle Style => PaginationStyle.Page;

    public override PagePosition First => new(definition.First.ToString(CultureInfo.InvariantCulture), 0);

    public override bool Accepts(PagePosition position) =>
        uint.TryParse(position.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public override ClickUpRequest Apply(ClickUpRequest request, PagePosition position) =>
        request.WithQuery(definition.Parameter, position.Value);

    public override PagePosition? Next(
        ClickUpResponse response,
        JsonElement root,
        List<JsonElement> items,
        PagePosition position
    )
    {
        bool saysLast =
            definition.Last.Length > 0
            && JsonPath.TryFind(root, definition.Last, out JsonElement last)
            && last.ValueKind == JsonValueKind.True;
        bool isShort = items.Count == 0 || items.Count < definition.PageSize;
        return saysLast || isShort ? null : new PagePosition($"{long.Parse(position.Value) + 1}", 0);
    }
}
