using ClickUpMcp.Sandbox.Chat;
using ClickUpMcp.Sandbox.Comments;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>Channels with what is said in them, and a chat view of the older kind.</summary>
internal static class SeedChat
{
    public static void Add(Seed seed, Workspace workspace)
    {
        AddGeneral(seed, workspace);
        AddIncidents(seed, workspace);
        AddLocated(seed, workspace);
        var talk = AddChannel(seed, workspace, SandboxSeed.DirectMessageId, "", ChannelKind.Dm);
        talk.Members.Add(seed.Person(1));
        talk.Followers.Add(seed.Person(1));
        Say(seed, talk, 1, "80160000021", "Do you have five minutes for the budget?", 90);
        var closed = AddChannel(seed, workspace, SandboxSeed.ClosedDirectMessageId, "", ChannelKind.Dm);
        closed.Members.Add(seed.Person(3));
        closed.IsClosed = true;
        CommentBlocks.Add(
            seed.World,
            seed.Person(1),
            CommentBlocks.Of("Who takes the demo on Friday?"),
            seed.Now - (3 * Seed.Hour),
            view: SandboxSeed.ChatViewId,
            id: 90_110_200_900_001
        );
    }

    private static void AddGeneral(Seed seed, Workspace workspace)
    {
        var general = AddChannel(seed, workspace, SandboxSeed.GeneralChannelId, "General");
        general.Description = "Everything that concerns **all of us**.";
        general.Topic = "Company news";
        general.Members.AddRange(workspace.Members.Skip(1).Where(static person => person.Role != MemberRole.Guest));
        general.Followers.AddRange(general.Members.Skip(1).Take(2));
        var post = Say(seed, general, 0, SandboxSeed.PostMessageId, "We close the office from 24 to 31 December.", 600);
        (post.Title, post.Subtype) = ("Holidays", PostSubtypes.Find(SandboxSeed.AnnouncementSubtypeId));
        var welcome = $"Please welcome {Mentions.Of(seed.Person(3))}, who joins **Backend** today!";
        var message = Say(seed, general, 1, SandboxSeed.MessageId, welcome, 120);
        Say(seed, general, 3, SandboxSeed.ReplyMessageId, "Thank you all!", 110, message);
        Say(seed, general, 2, "80160000004", "Welcome aboard, David.", 100, message);
        message.Reactions.Add(new Reaction("tada", seed.Owner, seed.Now - (115 * Seed.Minute)));
        message.Reactions.Add(new Reaction("wave", seed.Person(2), seed.Now - (112 * Seed.Minute)));
    }

    private static void AddIncidents(Seed seed, Workspace workspace)
    {
        var incidents = AddChannel(seed, workspace, SandboxSeed.PrivateChannelId, "Incidents");
        incidents.IsPrivate = true;
        incidents.Members.Add(seed.Person(1));
        Say(seed, incidents, 1, "80160000011", "Login is slow again. Who is on call?", 45);
    }

    private static void AddLocated(Seed seed, Workspace workspace)
    {
        var list = seed.World.Lists[SandboxSeed.ApiListId];
        var channel = ChannelWriter.Add(
            seed.World,
            workspace,
            ChannelKind.Channel,
            SandboxSeed.ListChannelId,
            list.Name,
            seed.Owner,
            seed.Now - (60 * Seed.Day),
            (list.Id, ParentType.List)
        );
        channel.Members.Add(seed.Person(2));
        Say(seed, channel, 2, "80160000031", "Version 2 of the `search` endpoint is on staging.", 300);
    }

    private static Channel AddChannel(
        Seed seed,
        Workspace workspace,
        string id,
        string name,
        ChannelKind kind = ChannelKind.Channel
    ) => ChannelWriter.Add(seed.World, workspace, kind, id, name, seed.Owner, seed.Now - (90 * Seed.Day));

    private static ChatMessage Say(
        Seed seed,
        Channel channel,
        int person,
        string id,
        string text,
        int minutesAgo,
        ChatMessage? parent = null
    ) =>
        MessageWriter.Add(
            seed.World,
            channel,
            seed.Person(person),
            text,
            seed.Now - (minutesAgo * Seed.Minute),
            id,
            parent
        );
}
