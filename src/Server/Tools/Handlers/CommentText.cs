using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The Markdown of a comment as ClickUp takes it, and what the caller should know of its mentions.</summary>
/// <param name="Blocks">The blocks to send.</param>
/// <param name="Unknown">The words after an <c>@</c> that mention nobody.</param>
internal sealed record CommentText(JsonElement Blocks, IReadOnlyList<string> Unknown)
{
    /// <summary>Reads the Markdown; asks for the members of the workspace only when something looks like a mention.</summary>
    public static async ValueTask<CommentText> ReadAsync(
        string markdown,
        EntityReference? workspace,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            throw new ActionableException("The comment has no text.", "It is blank.", "Give the text to post.");
        }

        MentionTable mentions = MentionTable.MayMention(markdown)
            ? new MentionTable(await PeopleAsync(workspace, context, cancellationToken))
            : MentionTable.Empty;
        (JsonElement blocks, IReadOnlyList<string> unknown) = CommentMarkdown.Convert(markdown, mentions);
        return new CommentText(blocks, unknown);
    }

    /// <summary>The result with a line about mentions that are none; JSON answers stay JSON.</summary>
    public ToolResult Annotate(ToolResult result, OutputFormat format)
    {
        if (Unknown.Count == 0 || format == OutputFormat.Json)
        {
            return result;
        }

        string words = OutputSanitizer.CleanLine(string.Join(", ", Unknown));
        return result with
        {
            Text = $"{result.Text}\nMentions nobody, since no one member has this whole name: {words}",
        };
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
