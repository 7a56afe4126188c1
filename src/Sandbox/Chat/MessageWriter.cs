using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Chat;

/// <summary>Makes messages and changes them.</summary>
internal static class MessageWriter
{
    private const int MaximumLength = 40_000;
    private const int MaximumTitle = 255;

    /// <summary>Messages that are created later start here.</summary>
    private const long FirstId = 80_160_900_000_000;

    public static ChatMessage Add(
        World world,
        Channel channel,
        Member author,
        string content,
        long now,
        string? id = null,
        ChatMessage? parent = null
    )
    {
        var message = new ChatMessage
        {
            Id = id ?? world.Ids.Numeric(FirstId),
            Channel = channel,
            Author = author,
            Content = content,
            Date = now,
            Parent = parent,
        };
        parent?.Replies.Add(message);
        world.Messages.Add(message.Id, message);
        return message;
    }

    /// <summary>A message or post as a body describes it.</summary>
    public static ChatMessage Create(Call call, Channel channel, ChatMessage? parent)
    {
        var type = call.Body.Text("type");
        if (type is not ("message" or "post"))
        {
            throw Refuse.BadRequest("type must be one of message, post");
        }

        var content = Content(call.Body) ?? throw Refuse.BadRequest("content must be a string");
        var post =
            type == "post" ? Post(call.Body) ?? throw Refuse.BadRequest("post_data is required for a post") : null;
        var title = post is null ? null : Title(post) ?? throw Refuse.BadRequest("post_data.title is required");
        var subtype = post is null ? null : Subtype(post) ?? throw Refuse.BadRequest("post_data.subtype is required");
        var assignee = Assignee(call.Body, channel);
        var group = Group(call);
        List<Member> followers =
        [
            .. call.Body.Texts("followers").Select(id => ChatLookup.Person(channel.Workspace, id)),
        ];
        var message = Add(call.World, channel, call.Caller, content, call.Now, parent: parent);
        (message.Title, message.Subtype) = (title, subtype);
        message.Followers.AddRange(followers);
        Assign(call, message, assignee, group);
        return message;
    }

    public static void Update(Call call, ChatMessage message)
    {
        var content = Content(call.Body);
        var assignee = Assignee(call.Body, message.Channel);
        var group = Group(call);
        if (Post(call.Body) is { } post)
        {
            (message.Title, message.Subtype) = (Title(post) ?? message.Title, Subtype(post) ?? message.Subtype);
        }

        message.Content = content ?? message.Content;
        message.DateUpdated = call.Now;
        Assign(call, message, assignee, group);
        if (call.Body.Flag("resolved") is { } isResolved)
        {
            message.ResolvedBy = isResolved ? call.Caller : null;
            message.DateResolved = isResolved ? call.Now : null;
        }
    }

    private static RequestBody? Post(RequestBody body) => body.Object("post_data");

    private static string? Content(RequestBody body) =>
        body.Text("content") is not { } content ? null
        : content.Length is > 0 and <= MaximumLength ? content
        : throw Refuse.BadRequest($"content must be between 1 and {MaximumLength} characters");

    private static string? Title(RequestBody post) =>
        post.Text("title") is not { Length: > 0 } title ? null
        : title.Length <= MaximumTitle ? title
        : throw Refuse.BadRequest($"post_data.title must be at most {MaximumTitle} characters");

    private static PostSubtype? Subtype(RequestBody post) =>
        post.Object("subtype") is not { } subtype
            ? null
            : PostSubtypes.Find(subtype.Text("id")) ?? throw Refuse.BadRequest("Unknown post subtype");

    private static Member? Assignee(RequestBody body, Channel channel) =>
        body.Text("assignee") is { } id ? ChatLookup.Person(channel.Workspace, id) : null;

    private static UserGroup? Group(Call call) => call.Body.Text("group_assignee") is { } id ? call.Group(id) : null;

    private static void Assign(Call call, ChatMessage message, Member? assignee, UserGroup? group)
    {
        message.Assignee = assignee ?? message.Assignee;
        message.GroupAssignee = group ?? message.GroupAssignee;
        if (assignee is not null || group is not null)
        {
            (message.AssignedBy, message.DateAssigned) = (call.Caller, call.Now);
        }
    }
}
