using ClickUpMcp.Sandbox.Attachments;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Files on tasks, in the ways of both versions, and in custom fields.</summary>
internal static class AttachmentEndpoints
{
    private const string Entity = "/api/v3/workspaces/{workspace_id}/{entity_type}/{entity_id}/attachments";

    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/task/{task_id}/attachment", CreateOnTask),
        new("GET", Entity, GetAll),
        new("POST", Entity, Create),
        new("GET", "/attachments/{attachment_id}/{file_name}", Fetch) { IsOpen = true },
    ];

    private static ApiResponse CreateOnTask(Call call)
    {
        var task = call.Task;
        var file = Uploads.Add(call, Uploads.FileOf(call, mustBeAttachment: true), task.Id, isOfTask: true);
        return ApiResponse.Object(writer => AttachmentJson.WriteCreated(writer, file));
    }

    private static ApiResponse GetAll(Call call)
    {
        var (id, isOfTask) = Uploads.Owner(call);
        return CursorPage.Of(
            call,
            call.World.Attachments.Values.Where(file => file.IsOfTask == isOfTask && file.ParentId == id),
            static (writer, file) =>
            {
                writer.WriteStartObject();
                AttachmentJson.WriteMembers(writer, file);
                writer.WriteEndObject();
            }
        );
    }

    // As at the hosts of ClickUp's files, the address is all that is needed.
    private static ApiResponse Fetch(Call call) =>
        call.World.Attachments.TryGetValue(call.Path["attachment_id"], out var file)
            ? new ApiResponse(200, file.MimeType, file.Content)
            : throw Refuse.NotFound("Attachment");

    private static ApiResponse Create(Call call)
    {
        var (id, isOfTask) = Uploads.Owner(call);
        var file = Uploads.Add(call, Uploads.FileOf(call, mustBeAttachment: false), id, isOfTask);
        return ApiResponse.Object(writer => AttachmentJson.WriteMembers(writer, file));
    }
}
