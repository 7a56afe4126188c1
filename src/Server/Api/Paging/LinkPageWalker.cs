using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Api.Paging;

/// <summary>Walks <c>Link</c> headers: of the next page's address only the one parameter is taken, never the address itself.</summary>
internal sealed class LinkPageWalker(PaginationDefinition definition) : PageWalker
{
    public override PaginationStyle Style => PaginationStyle.Link;

    public override bool Accepts(PagePosition position) => true;

    public override ClickUpRequest Apply(ClickUpRequest request, PagePosition position) =>
        position.Value.Length == 0 ? request : request.WithQuery(definition.Parameter, position.Value);

    public override PagePosition? Next(
        ClickUpResponse response,
        JsonElement root,
        List<JsonElement> items,
        PagePosition position
    )
    {
        string? value = response.NextLink is { } link ? ParameterOf(link) : null;
        return value is { Length: > 0 } && value != position.Value ? new PagePosition(value, 0) : null;
    }

    private string? ParameterOf(string link)
    {
        string key = definition.Parameter + "=";
        string query = link.Split('#')[0].Split('?', 2) is [_, var given] ? given : string.Empty;
        return query.Split('&').FirstOrDefault(part => part.StartsWith(key, StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found[key.Length..].Replace('+', ' '))
            : null;
    }
}
