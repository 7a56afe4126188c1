using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Turns the Markdown of a comment into blocks with mentions of the workspace's people.</summary>
internal static class CommentResolver
{
    /// <summary>Resolves a comment; does nothing for an absent one.</summary>
    /// <remarks>The people are asked for only when something looks like a mention.</remarks>
    /// <exception cref="ActionableException">The comment is blank.</exception>
    public static async ValueTask ResolveAsync(
        CommentText? comment,
        EntityReference? workspace,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (comment is not { Blocks: null })
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(comment.Text))
        {
            throw new ActionableException("The comment has no text.", "It is blank.", "Give the text to post.");
        }

        MentionTable mentions = MentionTable.MayMention(comment.Text)
            ? new MentionTable(await PeopleAsync(workspace, context, cancellationToken))
            : MentionTable.Empty;
        (JsonElement blocks, IReadOnlyList<string> unknown) = CommentMarkdown.Convert(comment.Text, mentions);
        comment.Resolve(blocks);
        if (unknown.Count > 0)
        {
            context.Remarks.Add(
                $"Mentions nobody, since no one member has this whole name: {string.Join(", ", unknown)}"
            );
        }
    }

    private static async ValueTask<List<Mentionable>> PeopleAsync(
        EntityReference? workspace,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.ResolveWorkspaceAsync(workspace, cancellationToken);
        IReadOnlyList<WorkspaceInfo> workspaces = await context.Services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        List<Mentionable> people = [];
        foreach (MemberInfo member in workspaces.FirstOrDefault(w => w.Id == context.WorkspaceId)?.Members ?? [])
        {
            if (long.TryParse(member.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            {
                people.Add(new Mentionable(id, member.Name, member.Email));
            }
        }

        return people;
    }
}
