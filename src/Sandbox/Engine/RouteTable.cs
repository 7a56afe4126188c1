using ClickUpMcp.Sandbox.Endpoints;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>Every operation the sandbox serves; a new resource adds its rows here.</summary>
internal static class RouteTable
{
    public static Route[] All { get; } =
    [
        .. AuthorizationEndpoints.Routes,
        .. AuthorizePageEndpoints.Routes,
        .. AccountEndpoints.Routes,
        .. UserEndpoints.Routes,
        .. GuestEndpoints.Routes,
        .. GuestAccessEndpoints.Routes,
        .. UserGroupEndpoints.Routes,
        .. AccessEndpoints.Routes,
        .. AuditLogEndpoints.Routes,
        .. TemplateEndpoints.Routes,
        .. TemplateUseEndpoints.Routes,
        .. SpaceEndpoints.Routes,
        .. FolderEndpoints.Routes,
        .. FolderMoveEndpoints.Routes,
        .. ListEndpoints.Routes,
        .. ListTaskEndpoints.Routes,
        .. MemberEndpoints.Routes,
        .. TaskEndpoints.Routes,
        .. TaskChangeEndpoints.Routes,
        .. TaskMoveEndpoints.Routes,
        .. TaskMergeEndpoints.Routes,
        .. TimeEstimateEndpoints.Routes,
        .. TaskRelationEndpoints.Routes,
        .. TimeInStatusEndpoints.Routes,
        .. TagEndpoints.Routes,
        .. ChecklistEndpoints.Routes,
        .. ChecklistItemEndpoints.Routes,
        .. CommentEndpoints.Routes,
        .. CustomFieldEndpoints.Routes,
        .. TimeEntryEndpoints.Routes,
        .. TimerEndpoints.Routes,
        .. TimeTagEndpoints.Routes,
        .. ViewEndpoints.Routes,
        .. GoalEndpoints.Routes,
        .. KeyResultEndpoints.Routes,
        .. WebhookEndpoints.Routes,
        .. LegacyTimeEndpoints.Routes,
        .. AttachmentEndpoints.Routes,
        .. ChannelEndpoints.Routes,
        .. ChatMessageEndpoints.Routes,
        .. ChatReactionEndpoints.Routes,
        .. DocEndpoints.Routes,
        .. DocPageEndpoints.Routes,
    ];
}
