using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Shows what a handler has read, with what it has to say beside it.</summary>
internal static class HandlerAnswer
{
    /// <summary>Shows one thing.</summary>
    public static async ValueTask<ToolResult> OneAsync(
        JsonElement item,
        ResponseDefinition answer,
        OutputOptions? options,
        ToolServices services,
        IReadOnlyList<string> notes,
        CancellationToken cancellationToken
    )
    {
        OutputOptions chosen = options ?? new();
        return new ToolResult(
            services.Projector.One(
                item,
                answer.Shape!,
                chosen.DetailLevel ?? answer.DefaultLevel,
                chosen,
                await services.Names.GetTimeZoneIdAsync(cancellationToken),
                notes
            )
        );
    }

    /// <summary>Shows a part of a list that was read whole: from the cursor on, as many as the caller wants.</summary>
    public static ValueTask<ToolResult> PartAsync(
        string tool,
        IReadOnlyList<JsonElement> items,
        ResponseDefinition answer,
        OutputOptions? options,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        int start = options?.Cursor is { } cursor
            ? Math.Min(items.Count, CursorCodec.Decode(cursor, tool, PaginationStyle.None).Offset)
            : 0;
        int end = (int)Math.Min(items.Count, (long)start + (options?.Limit ?? answer.DefaultLimit));
        bool isPart = end < items.Count;
        return ManyAsync(
            [.. items.Take(start..end)],
            answer,
            options,
            services,
            [],
            new ListPosition(isPart ? At(end) : null, isPart ? items.Count : null, count => At(start + count)),
            cancellationToken
        );

        string At(int offset) => CursorCodec.Encode(new PagePosition(string.Empty, offset), tool, PaginationStyle.None);
    }

    /// <summary>Shows a list, no longer than the caller wants it.</summary>
    public static async ValueTask<ToolResult> ManyAsync(
        IReadOnlyList<JsonElement> items,
        ResponseDefinition answer,
        OutputOptions? options,
        ToolServices services,
        IReadOnlyList<string> notes,
        ListPosition? position,
        CancellationToken cancellationToken
    )
    {
        OutputOptions chosen = options ?? new();
        int limit = chosen.Limit ?? (answer.DefaultLimit > 0 ? answer.DefaultLimit : int.MaxValue);
        ListPosition whole = items.Count > limit ? new ListPosition(Total: items.Count) : position ?? new();
        return new ToolResult(
            services.Projector.Many(
                [.. items.Take(limit)],
                answer.Shape!,
                chosen.DetailLevel ?? answer.DefaultLevel,
                chosen,
                whole,
                await services.Names.GetTimeZoneIdAsync(cancellationToken),
                notes
            )
        );
    }
}
