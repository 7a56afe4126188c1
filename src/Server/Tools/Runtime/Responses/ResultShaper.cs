using System.Text.Json;
using ClickUpMcp.Api.Paging;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Shows what a handler has read by its tool's response definition.</summary>
internal static class ResultShaper
{
    public static ValueTask<ToolResult> ShapeAsync(
        HandlerResult result,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    ) =>
        result switch
        {
            { Finished: { } finished } => new ValueTask<ToolResult>(finished),
            { Request: { } request } => ResponseReader.ReadAsync(request, query, services, cancellationToken),
            { Item: { } item } => OneAsync(item, result, query, services, cancellationToken),
            { Whole: { } whole } => PartAsync(whole, query, services, cancellationToken),
            _ => ManyAsync(result.Items ?? [], result.Notes, result.Position, query, services, cancellationToken),
        };

    private static async ValueTask<ToolResult> OneAsync(
        JsonElement item,
        HandlerResult result,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        ShapeDefinition shape = query.Response.Shape!;
        if (ResponseReader.IsEmpty(item))
        {
            throw ResponseReader.Nothing();
        }

        DateZones zones = await ResponseContext.ZonesForAsync(shape, services, cancellationToken);
        FieldContext context = await ResponseContext.ForAsync([item], zones, query, services, cancellationToken);
        Projector projector =
            result.Parts.Count == 0 ? services.Projector : services.Projector.Within(PartShaper.HeadOf(services));
        ToolResult shown = new(
            projector.One(item, shape, query.Level, query.Options, context, result.Notes, query.TextPosition)
        )
        {
            Picture = result.Picture,
            File = IsLeftOut(item, shape, context) ? null : result.File,
        };
        return result.Parts.Count == 0
            ? shown
            : await PartShaper.AddAsync(shown, result.Parts, query, services, cancellationToken);
    }

    private static bool IsLeftOut(JsonElement item, ShapeDefinition shape, FieldContext context) =>
        context.Authored is { Mode: LockdownMode.Drop }
        && shape.Author is { } rule
        && AuthoredTexts.OriginOf(item, rule, context.Authors) != TextOrigin.Member;

    // From the cursor on, as many as the caller wants.
    private static ValueTask<ToolResult> PartAsync(
        IReadOnlyList<JsonElement> items,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        int start = query.Options.Cursor is { } cursor
            ? Math.Min(items.Count, query.Cursors.Decode(cursor, PageWalker.Create(null)).Offset)
            : 0;
        int end = (int)Math.Min(items.Count, (long)start + (query.Options.Limit ?? query.Response.DefaultLimit));
        bool isPart = end < items.Count;
        ListPosition position = new(isPart ? At(end) : null, isPart ? items.Count : null, count => At(start + count));
        return ManyAsync([.. items.Take(start..end)], [], position, query, services, cancellationToken, items);

        string At(int offset) => query.Cursors.Encode(new PagePosition(string.Empty, offset), PaginationStyle.None);
    }

    private static async ValueTask<ToolResult> ManyAsync(
        IReadOnlyList<JsonElement> items,
        IReadOnlyList<string> notes,
        ListPosition? position,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken,
        IReadOnlyList<JsonElement>? all = null
    )
    {
        int limit =
            query.Options.Limit ?? (query.Response.DefaultLimit > 0 ? query.Response.DefaultLimit : int.MaxValue);
        ListPosition whole = items.Count > limit ? new ListPosition(Total: items.Count) : position ?? new();
        return await ListShaper.ShowAsync(
            [.. items.Take(limit)],
            whole,
            notes,
            await ResponseContext.ZonesForAsync(query.Response.Shape!, services, cancellationToken),
            query,
            services,
            cancellationToken,
            all ?? (items.Count > limit ? items : null)
        );
    }
}
