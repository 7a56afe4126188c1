using System.Text.Json;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Channels, messages, reactions and the people of chat; what is absent is left out, never null.</summary>
internal static class ChatJson
{
    public static string NameOf(ChannelKind kind) =>
        kind switch
        {
            ChannelKind.Dm => "DM",
            ChannelKind.GroupDm => "GROUP_DM",
            _ => "CHANNEL",
        };

    /// <summary>Moments of channels are strings, those of messages numbers.</summary>
    public static void WriteChannel(Utf8JsonWriter writer, World world, Channel channel, bool isPlain)
    {
        var latest = LatestMessage(world, channel);
        writer.WriteStartObject();
        writer.WriteString("id", channel.Id);
        writer.WriteString("name", channel.Name);
        WriteIfAny(writer, "description", isPlain ? Plain(channel.Description) : channel.Description);
        WriteIfAny(writer, "topic", channel.Topic);
        writer.WriteString("type", NameOf(channel.Kind));
        writer.WriteString("visibility", channel.IsPrivate ? "PRIVATE" : "PUBLIC");
        writer.WriteStartObject("parent");
        writer.WriteString("id", channel.ParentId);
        writer.WriteNumber("type", (int)channel.ParentType);
        writer.WriteEndObject();
        writer.WriteString("creator", channel.Creator.Id.ToString());
        writer.WriteMoment("created_at", channel.DateCreated);
        writer.WriteMoment("updated_at", channel.DateUpdated);
        WriteIfAny(writer, "latest_comment_at", latest?.ToString());
        writer.WriteString("workspace_id", channel.Workspace.Id);
        writer.WriteBoolean("archived", false);
        writer.WriteStartObject("links");
        writer.WriteString("members", $"{Channels(channel)}/{channel.Id}/members");
        writer.WriteString("followers", $"{Channels(channel)}/{channel.Id}/followers");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A message; the name of a post's subtype comes with reads only.</summary>
    public static void WriteMessage(Utf8JsonWriter writer, ChatMessage message, bool isPlain, bool withSubtypeName)
    {
        writer.WriteStartObject();
        writer.WriteString("id", message.Id);
        writer.WriteString("type", message.Title is null ? "message" : "post");
        if (message.Title is not null)
        {
            WritePost(writer, message, withSubtypeName);
        }

        writer.WriteString("content", isPlain ? Plain(message.Content) : message.Content);
        writer.WriteString("user_id", message.Author.Id.ToString());
        writer.WriteNumber("date", message.Date);
        WriteIfAny(writer, "date_updated", message.DateUpdated);
        writer.WriteString("parent_channel", message.Channel.Id);
        WriteIfAny(writer, "parent_message", message.Parent?.Id);
        WriteIfAny(writer, "assignee", message.Assignee?.Id.ToString());
        WriteIfAny(writer, "group_assignee", message.GroupAssignee?.Id);
        WriteIfAny(writer, "assigned_by", message.AssignedBy?.Id.ToString());
        WriteIfAny(writer, "date_assigned", message.DateAssigned);
        writer.WriteBoolean("resolved", message.ResolvedBy is not null);
        WriteIfAny(writer, "resolved_by", message.ResolvedBy?.Id.ToString());
        WriteIfAny(writer, "date_resolved", message.DateResolved);
        WriteLinks(writer, message);
        writer.WriteEndObject();
    }

    /// <summary>When something was said last; null where nothing was.</summary>
    public static long? LatestMessage(World world, Channel channel) =>
        world
            .Messages.Values.Where(message => message.Channel == channel)
            .Select(static message => (long?)message.Date)
            .Max();

    public static void WriteReaction(Utf8JsonWriter writer, Reaction reaction)
    {
        writer.WriteString("reaction", reaction.Name);
        writer.WriteString("user_id", reaction.Author.Id.ToString());
        writer.WriteNumber("date", reaction.Date);
    }

    public static void WritePerson(Utf8JsonWriter writer, Member person)
    {
        writer.WriteStartObject();
        writer.WriteString("id", person.Id.ToString());
        writer.WriteString("username", person.Name);
        writer.WriteString("name", person.Name);
        writer.WriteString("email", person.Email);
        writer.WriteString("initials", person.Initials);
        writer.WriteEndObject();
    }

    public static void WriteSubtype(Utf8JsonWriter writer, PostSubtype subtype)
    {
        writer.WriteStartObject();
        writer.WriteString("id", subtype.Id);
        writer.WriteString("name", subtype.Name);
        writer.WriteEndObject();
    }

    private static void WritePost(Utf8JsonWriter writer, ChatMessage message, bool withSubtypeName)
    {
        writer.WriteStartObject("post_data");
        writer.WriteString("title", message.Title);
        writer.WriteStartObject("subtype");
        writer.WriteString("id", message.Subtype?.Id);
        if (withSubtypeName)
        {
            writer.WriteString("name", message.Subtype?.Name);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Replies have no replies of their own.
    private static void WriteLinks(Utf8JsonWriter writer, ChatMessage message)
    {
        var address = $"/api/v3/workspaces/{message.Channel.Workspace.Id}/chat/messages/{message.Id}";
        writer.WriteStartObject("links");
        writer.WriteString("reactions", $"{address}/reactions");
        if (message.Parent is null)
        {
            writer.WriteString("replies", $"{address}/replies");
        }

        writer.WriteString("tagged_users", $"{address}/tagged_users");
        writer.WriteEndObject();
        if (message.Parent is null)
        {
            writer.WriteNumber("replies_count", message.Replies.Count);
        }
    }

    private static string Channels(Channel channel) => $"/api/v3/workspaces/{channel.Workspace.Id}/chat/channels";

    private static string? Plain(string? text) => text is null ? null : Markdown.ToPlainText(text);

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }
}
