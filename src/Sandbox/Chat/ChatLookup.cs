using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Chat;

/// <summary>The channel, message or people that a request names; user ids are strings in chat.</summary>
internal static class ChatLookup
{
    public static Channel Channel(this Call call)
    {
        var workspace = call.Workspace;
        return
            call.World.Channels.GetValueOrDefault(call.Path["channel_id"]) is { } channel
            && channel.Workspace == workspace
            && channel.IsVisibleTo(call.Caller)
            ? channel
            : throw Refuse.NotFound("Channel");
    }

    public static ChatMessage Message(this Call call)
    {
        var workspace = call.Workspace;
        return
            call.World.Messages.GetValueOrDefault(call.Path["message_id"]) is { } message
            && message.Channel.Workspace == workspace
            && message.Channel.IsVisibleTo(call.Caller)
            ? message
            : throw Refuse.NotFound("Message");
    }

    /// <summary>The people of user_ids, with the caller first.</summary>
    public static List<Member> People(this Call call, Workspace workspace, int maximum)
    {
        var ids = call.Body.Texts("user_ids").ToList();
        return ids.Count > maximum
            ? throw Refuse.BadRequest($"user_ids must contain no more than {maximum} elements")
            : [.. ids.Select(id => Person(workspace, id)).Prepend(call.Caller).Distinct()];
    }

    public static Member Person(Workspace workspace, string id) =>
        (long.TryParse(id, out var number) ? workspace.FindMember(number) : null)
        ?? throw Refuse.BadRequest($"User {id} is not in the Workspace");
}
