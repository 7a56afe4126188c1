using ClickUpMcp.Sandbox.Chat;
using ClickUpMcp.Sandbox.Docs;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Messages of channels and their replies; a single message is not wrapped, unlike a channel.</summary>
internal static class ChatMessageEndpoints
{
    private const string InChannel = "/api/v3/workspaces/{workspace_id}/chat/channels/{channel_id}/messages";
    private const string Message = "/api/v3/workspaces/{workspace_id}/chat/messages/{message_id}";

    public static Route[] Routes { get; } =
    [
        new("GET", InChannel, GetAll),
        new("POST", InChannel, static call => Create(call, call.Channel(), parent: null)),
        new("PATCH", Message, Update),
        new("DELETE", Message, Delete),
        new("GET", Message + "/replies", GetReplies),
        new("POST", Message + "/replies", static call => Create(call, call.Message().Channel, call.Message())),
        new("GET", Message + "/tagged_users", GetTaggedUsers),
    ];

    private static ApiResponse GetAll(Call call)
    {
        var channel = call.Channel();
        return Page(
            call,
            call.World.Messages.Values.Where(message => message.Channel == channel && message.Parent is null)
        );
    }

    private static ApiResponse GetReplies(Call call) => Page(call, call.Message().Replies);

    private static ApiResponse Page(Call call, IEnumerable<ChatMessage> messages)
    {
        var isPlain = ContentFormat.IsPlain(call.Query.Text("content_format"));
        var newestFirst = messages.OrderByDescending(static message => message.Date).ThenByDescending(Number);
        return CursorPage.Of(
            call,
            newestFirst,
            (writer, message) => ChatJson.WriteMessage(writer, message, isPlain, withSubtypeName: true)
        );
    }

    private static ApiResponse Create(Call call, Channel channel, ChatMessage? parent)
    {
        _ = ContentFormat.IsPlain(call.Body.Text("content_format"));
        return Show(MessageWriter.Create(call, channel, parent?.Parent ?? parent), status: 201);
    }

    private static ApiResponse Update(Call call)
    {
        var message = call.Message();
        _ = ContentFormat.IsPlain(call.Body.Text("content_format"));
        MessageWriter.Update(call, message);
        return Show(message, status: 200);
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Remove(call.Message());
        return ApiResponse.NoContent;
    }

    private static ApiResponse GetTaggedUsers(Call call)
    {
        var message = call.Message();
        return CursorPage.Of(
            call,
            message.Channel.Workspace.Members.Where(person => Mentions.Has(message.Content, person)),
            ChatJson.WritePerson
        );
    }

    private static ApiResponse Show(ChatMessage message, int status) =>
        ApiResponse.Json(
            writer => ChatJson.WriteMessage(writer, message, isPlain: false, withSubtypeName: false),
            status
        );

    private static long Number(ChatMessage message) => long.Parse(message.Id);
}
