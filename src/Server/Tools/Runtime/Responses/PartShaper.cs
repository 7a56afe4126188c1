using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Shows lists below the one thing of a result; together they are no longer than one result may be.</summary>
internal static class PartShaper
{
    /// <summary>How long the one thing may be that lists follow.</summary>
    public static int HeadOf(ToolServices services) => services.Projector.MaximumBytes / 2;

    /// <summary>The result with its parts; text and structured content each have what they have room for.</summary>
    public static async ValueTask<ToolResult> AddAsync(
        ToolResult head,
        IReadOnlyList<ResultPart> parts,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        bool isJson = services.Projector.Format == OutputFormat.Json;
        GrowingText text = new(head.Text, isJson, services.Projector.MaximumBytes);
        GrowingText? structured = head.Structured is { } own
            ? new(own.Json, isJson: true, services.Projector.MaximumBytes)
            : null;
        for (int i = 0; i < parts.Count; i++)
        {
            ResultPart part = parts[i];
            await text.AddAsync(part.Name, parts.Count - i, async room => (await ShowAsync(room)).Text);
            if (structured is not null)
            {
                await structured.AddAsync(
                    part.Name,
                    parts.Count - i,
                    async room => (await ShowAsync(room)).Structured!.Json
                );
            }

            ValueTask<ToolResult> ShowAsync(int room) =>
                PartShaper.ShowAsync(
                    part,
                    query,
                    services with
                    {
                        Projector = services.Projector.Within(room),
                    },
                    cancellationToken
                );
        }

        return head with
        {
            Text = text.End(),
            Structured = structured is null ? null : head.Structured! with { Json = structured.End() },
        };
    }

    private static async ValueTask<ToolResult> ShowAsync(
        ResultPart part,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        ShapeDefinition shape = part.Plural is { } plural ? part.Shape with { Plural = plural } : part.Shape;
        ResponseDefinition response = new(shape, IsList: true, "", DetailLevel.Summary, DefaultLimit: 0, null);
        ResponseQuery own = new(query.Cursors, response, new OutputOptions(), Outcome: null);
        return await ListShaper.ShowAsync(
            part.Items,
            new ListPosition(Total: part.Total),
            part.Notes,
            await ResponseContext.ZonesForAsync(shape, services, cancellationToken),
            own,
            services,
            cancellationToken
        );
    }
}
