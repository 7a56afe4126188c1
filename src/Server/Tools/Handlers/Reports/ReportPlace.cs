using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>One place of a report; at most one of its members is set, and none means the workspace.</summary>
internal readonly record struct ReportPlace(ListId? List, FolderId? Folder, SpaceId? Space)
{
    /// <summary>The places that a caller names; the workspace where there are none.</summary>
    public static IReadOnlyList<ReportPlace> Of(
        IReadOnlyList<ListId>? lists,
        IReadOnlyList<FolderId>? folders,
        IReadOnlyList<SpaceId>? spaces
    )
    {
        List<ReportPlace> places =
        [
            .. (lists ?? []).Select(static id => new ReportPlace(id, null, null)),
            .. (folders ?? []).Select(static id => new ReportPlace(null, id, null)),
            .. (spaces ?? []).Select(static id => new ReportPlace(null, null, id)),
        ];
        return places.Count == 0 ? [default] : places;
    }
}
