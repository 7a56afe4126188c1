using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Chat;

/// <summary>Makes channels and changes them.</summary>
internal static class ChannelWriter
{
    public static Channel Add(
        World world,
        Workspace workspace,
        ChannelKind kind,
        string id,
        string name,
        Member creator,
        long now,
        (string Id, ParentType Type)? location = null
    )
    {
        var (parent, type) = location ?? (workspace.Id, ParentType.Workspace);
        var channel = new Channel
        {
            Id = id,
            Workspace = workspace,
            Kind = kind,
            Name = name,
            Creator = creator,
            DateCreated = now,
            DateUpdated = now,
            ParentId = parent,
            ParentType = type,
            IsPrivate = kind != ChannelKind.Channel,
        };
        channel.Members.Add(creator);
        channel.Followers.Add(creator);
        world.Channels.Add(id, channel);
        return channel;
    }

    /// <summary>What creates and updates have in common.</summary>
    public static void Apply(Call call, Channel channel)
    {
        channel.Description = call.Body.Text("description") ?? channel.Description;
        channel.Topic = call.Body.Text("topic") ?? channel.Topic;
        channel.IsPrivate = call.Body.Text("visibility") switch
        {
            null => channel.IsPrivate,
            "PUBLIC" => false,
            "PRIVATE" => true,
            _ => throw Refuse.BadRequest("visibility must be one of PUBLIC, PRIVATE"),
        };
        channel.DateUpdated = call.Now;
    }

    /// <summary>The space, folder or list of the body's location, and its name.</summary>
    public static (string Id, ParentType Type, string Name) Location(Call call, Workspace workspace)
    {
        var location = call.Body.Object("location") ?? throw Refuse.BadRequest("location is required");
        var id = location.Text("id") ?? throw Refuse.BadRequest("location.id must be a string");
        var world = call.World;
        var (type, name, owner) = location.Text("type") switch
        {
            "space" => (ParentType.Space, world.Spaces.GetValueOrDefault(id)?.Name, world.Spaces.GetValueOrDefault(id)),
            "folder" => (
                ParentType.Folder,
                world.Folders.GetValueOrDefault(id)?.Name,
                world.Folders.GetValueOrDefault(id)?.Space
            ),
            "list" => (
                ParentType.List,
                world.Lists.GetValueOrDefault(id)?.Name,
                world.Lists.GetValueOrDefault(id)?.Space
            ),
            _ => throw Refuse.BadRequest("location.type must be one of folder, list, space"),
        };
        return name is not null && owner?.Workspace == workspace ? (id, type, name) : throw Refuse.NotFound("Location");
    }
}
