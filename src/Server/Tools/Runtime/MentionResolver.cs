namespace ClickUpMcp.Tools.Runtime;

/// <summary>Writes the mentions in a Markdown text as links to people.</summary>
internal static class MentionResolver
{
    /// <summary>The text with a link for each person whom it mentions.</summary>
    public static async ValueTask<string> ResolveAsync(
        string text,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (await MentionedPeople.OfAsync(text, context, cancellationToken) is not { } people)
        {
            return text;
        }

        (string linked, IReadOnlyList<string> unknown) = new MentionLinks(people).Write(text);
        if (unknown.Count > 0)
        {
            context.Remark(MentionedPeople.Nobody(unknown));
        }

        return linked;
    }
}
