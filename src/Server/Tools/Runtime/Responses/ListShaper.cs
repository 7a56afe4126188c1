using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Shows the items of a list, with their total and with what the list leaves out.</summary>
internal static class ListShaper
{
    /// <param name="items">The items to show.</param>
    /// <param name="position">Where they stand in the whole list.</param>
    /// <param name="remarks">What there is to say of them besides.</param>
    /// <param name="zones">The zones of their dates.</param>
    /// <param name="query">What the call wants to read.</param>
    /// <param name="services">The call's services.</param>
    /// <param name="cancellationToken">Stops the look-up of names.</param>
    /// <param name="whole">All items of the list, where they were read although not all are shown.</param>
    public static async ValueTask<ToolResult> ShowAsync(
        IReadOnlyList<JsonElement> items,
        ListPosition position,
        IReadOnlyList<string> remarks,
        DateZones zones,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken,
        IReadOnlyList<JsonElement>? whole = null
    )
    {
        ShapeDefinition shape = query.Response.Shape!;
        FieldContext context = await ResponseContext.ForAsync(items, zones, query, services, cancellationToken);
        bool isAll = whole is not null || (position.NextCursor is null && query.IsFromStart);
        string? total = query.Response.Total is { } definition
            ? new ListTotal(definition, shape, context).Describe(whole ?? items, isAll)
            : null;
        string[] said = [.. remarks, .. new[] { total, query.LeftOut }.OfType<string>()];
        return new ToolResult(
            query.Response.IsSeries
                ? services.Projector.Each(items, shape, query.Level, query.Options, position, context, said)
                : services.Projector.Many(items, shape, query.Level, query.Options, position, context, said)
        )
        {
            IsEmptyList = items.Count == 0,
        };
    }
}
