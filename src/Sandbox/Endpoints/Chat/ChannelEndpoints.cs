using ClickUpMcp.Sandbox.Chat;
using ClickUpMcp.Sandbox.Docs;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Chat channels and direct messages; a create returns 200 with what is there already.</summary>
internal static class ChannelEndpoints
{
    private const string Root = "/api/v3/workspaces/{workspace_id}/chat/channels";
    private const int MaximumMembers = 100;
    private const int MaximumTalkers = 15;

    public static Route[] Routes { get; } =
    [
        new("GET", Root, GetAll),
        new("POST", Root, Create),
        new("POST", Root + "/location", CreateAtLocation),
        new("POST", Root + "/direct_message", CreateDirectMessage),
        new("GET", Root + "/{channel_id}", static call => Show(call, call.Channel())),
        new("PATCH", Root + "/{channel_id}", Update),
        new("DELETE", Root + "/{channel_id}", Delete),
        new("GET", Root + "/{channel_id}/followers", static call => People(call, call.Channel().Followers)),
        new("GET", Root + "/{channel_id}/members", static call => People(call, call.Channel().Members)),
    ];

    private static ApiResponse GetAll(Call call)
    {
        var workspace = call.Workspace;
        var isPlain = ContentFormat.IsPlain(call.Query.Text("description_format"));
        var isFollowed = call.Query.IsTrue("is_follower");
        var withClosed = call.Query.IsTrue("include_closed");
        var since = call.Query.Number("with_message_since");
        var kinds = call.Query.All("channel_types");
        var channels = call.World.Channels.Values.Where(channel =>
            channel.Workspace == workspace
            && channel.IsVisibleTo(call.Caller)
            && (withClosed || !channel.IsClosed)
            && (since is null || ChatJson.LatestMessage(call.World, channel) >= since)
            && (!isFollowed || channel.Followers.Contains(call.Caller))
            && (kinds.Count == 0 || kinds.Contains(ChatJson.NameOf(channel.Kind), StringComparer.Ordinal))
        );
        return CursorPage.Of(
            call,
            channels,
            (writer, channel) => ChatJson.WriteChannel(writer, call.World, channel, isPlain)
        );
    }

    private static ApiResponse Create(Call call)
    {
        var workspace = call.Workspace;
        var name = Names.Required(call.Body, "name should not be empty", code: null);
        var found = call.World.Channels.Values.FirstOrDefault(channel =>
            channel.Workspace == workspace
            && channel.Kind == ChannelKind.Channel
            && channel.ParentType == ParentType.Workspace
            && string.Equals(channel.Name, name, StringComparison.OrdinalIgnoreCase)
            && channel.IsVisibleTo(call.Caller)
        );
        return found is null
            ? Created(call, Add(call, workspace, ChannelKind.Channel, name, MaximumMembers, location: null))
            : Show(call, found);
    }

    private static ApiResponse CreateAtLocation(Call call)
    {
        var workspace = call.Workspace;
        var (id, type, name) = ChannelWriter.Location(call, workspace);
        var found = call.World.Channels.Values.FirstOrDefault(channel =>
            channel.ParentType == type && channel.ParentId == id
        );
        return found is null
            ? Created(call, Add(call, workspace, ChannelKind.Channel, name, MaximumMembers, (id, type)))
            : Show(call, found);
    }

    private static ApiResponse CreateDirectMessage(Call call)
    {
        var workspace = call.Workspace;
        var people = call.People(workspace, MaximumTalkers);
        var found = call.World.Channels.Values.FirstOrDefault(channel =>
            channel.Workspace == workspace
            && channel.Kind != ChannelKind.Channel
            && channel.Members.ToHashSet().SetEquals(people)
        );
        found?.IsClosed = false;
        var kind = people.Count > 2 ? ChannelKind.GroupDm : ChannelKind.Dm;
        return found is null
            ? Created(call, Add(call, workspace, kind, name: "", MaximumTalkers, location: null))
            : Show(call, found);
    }

    private static ApiResponse Update(Call call)
    {
        var channel = call.Channel();
        if (call.Body.Find("location") is not null)
        {
            (channel.ParentId, channel.ParentType, _) = ChannelWriter.Location(call, channel.Workspace);
        }

        ChannelWriter.Apply(call, channel);
        channel.Name = Names.OrCurrent(call.Body, channel.Name);
        return Show(call, channel);
    }

    private static ApiResponse Delete(Call call)
    {
        call.World.Remove(call.Channel());
        return ApiResponse.NoContent;
    }

    private static Channel Add(
        Call call,
        Workspace workspace,
        ChannelKind kind,
        string name,
        int maximum,
        (string Id, ParentType Type)? location
    )
    {
        var people = call.People(workspace, maximum);
        var id = call.World.Ids.Prefixed();
        var channel = ChannelWriter.Add(call.World, workspace, kind, id, name, call.Caller, call.Now, location);
        channel.Members.AddRange(people.Except(channel.Members));
        channel.Followers.AddRange(people.Except(channel.Followers));
        ChannelWriter.Apply(call, channel);
        return channel;
    }

    private static ApiResponse Created(Call call, Channel channel) => Show(call, channel, status: 201);

    private static ApiResponse Show(Call call, Channel channel, int status = 200)
    {
        var isPlain = ContentFormat.IsPlain(call.Query.Text("description_format"));
        return ApiResponse.Object(
            writer =>
            {
                writer.WritePropertyName("data");
                ChatJson.WriteChannel(writer, call.World, channel, isPlain);
            },
            status
        );
    }

    private static ApiResponse People(Call call, List<Member> people) =>
        CursorPage.Of(call, people, ChatJson.WritePerson);
}
