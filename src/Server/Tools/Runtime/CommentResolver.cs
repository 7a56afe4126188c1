using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Turns the Markdown of a comment into blocks with mentions of the workspace's people.</summary>
internal static class CommentResolver
{
    /// <summary>The blocks that a comment is sent as.</summary>
    /// <remarks>The people are asked for only when something looks like a mention.</remarks>
    /// <exception cref="ActionableException">The comment is blank.</exception>
    public static async ValueTask<JsonElement> ResolveAsync(
        CommentText comment,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(comment.Text))
        {
            throw new ActionableException("The comment has no text.", "It is blank.", "Give the text to post.");
        }

        MentionTable mentions = MentionTable.MayMention(comment.Text)
            ? new MentionTable(await PeopleAsync(context, cancellationToken))
            : MentionTable.Empty;
        (JsonElement blocks, IReadOnlyList<string> unknown) = CommentMarkdown.Convert(comment.Text, mentions);
        if (unknown.Count > 0)
        {
            context.Remark($"Mentions nobody, since no one member has this whole name: {string.Join(", ", unknown)}");
        }

        return blocks;
    }

    private static async ValueTask<List<Mentionable>> PeopleAsync(
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        EntityId own = await context.ResolveWorkspaceAsync(cancellationToken);
        IReadOnlyList<WorkspaceInfo> workspaces = await context.Services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        List<Mentionable> people = [];
        foreach (MemberInfo member in workspaces.FirstOrDefault(w => w.Id == own.Value)?.Members ?? [])
        {
            if (long.TryParse(member.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            {
                people.Add(new Mentionable(id, member.Name, member.Email));
            }
        }

        return people;
    }
}
