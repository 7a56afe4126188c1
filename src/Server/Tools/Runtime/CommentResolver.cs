using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Turns the Markdown of a comment into blocks with mentions of the workspace's people.</summary>
internal static class CommentResolver
{
    /// <summary>The blocks that a comment is sent as; a blank one is a problem of the call.</summary>
    /// <remarks>The people are asked for only when something looks like a mention.</remarks>
    public static async ValueTask<JsonElement> ResolveAsync(
        CommentText comment,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(comment.Text))
        {
            context.Problems.Add(
                new ActionableException("The comment has no text.", "It is blank.", "Give the text to post.")
            );
            return default;
        }

        MentionedPeople? people = await MentionedPeople.OfAsync(comment.Text, context, cancellationToken);
        (JsonElement blocks, IReadOnlyList<string> unknown) = CommentMarkdown.Convert(
            comment.Text,
            people?.ToTable() ?? MentionTable.Empty
        );
        if (unknown.Count > 0)
        {
            context.Remark(MentionedPeople.Nobody(unknown));
        }

        return blocks;
    }
}
