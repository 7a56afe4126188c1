using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds sprints on the account's calendar of today.</summary>
/// <param name="Today">The day.</param>
/// <param name="Zone">The zone of days.</param>
/// <param name="All">The sprints there are.</param>
internal sealed record SprintFinder(LocalDate Today, DateTimeZone Zone, IReadOnlyList<SprintInfo> All)
{
    /// <summary>Reads the sprints of a workspace, a space or a folder.</summary>
    public static async ValueTask<SprintFinder> ReadAsync(
        WorkspaceId workspace,
        SpaceId? space,
        FolderId? folder,
        Func<SpaceId, ClickUpRequest> request,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = await context.Services.GetZonesAsync(cancellationToken);
        LocalDate today = Instant.FromDateTimeOffset(context.Now).InZone(zones.Days).Date;
        SprintReader reader = new(today, zones.Days);
        return new SprintFinder(
            today,
            zones.Days,
            await reader.ReadAsync(workspace, space, folder, request, context, cancellationToken)
        );
    }

    /// <summary>The sprint that a caller means.</summary>
    public SprintInfo Find(string wanted) => SprintChoice.Find(All, wanted, Today);
}
