namespace ClickUpMcp.SpecDiff;

/// <summary>What the command line asks for.</summary>
/// <param name="Documents">Files or folders of the documents; none means ClickUp's own.</param>
/// <param name="Against">Files or folders of the older documents.</param>
internal sealed record SpecDiffOptions(IReadOnlyList<string> Documents, IReadOnlyList<string> Against)
{
    private const string AgainstFlag = "--against";

    /// <summary>Null when the arguments make no sense.</summary>
    public static SpecDiffOptions? Parse(IReadOnlyList<string> arguments)
    {
        List<string> documents = [];
        List<string> against = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == AgainstFlag && i + 1 < arguments.Count)
            {
                against.Add(arguments[++i]);
            }
            else if (arguments[i].StartsWith('-'))
            {
                return null;
            }
            else
            {
                documents.Add(arguments[i]);
            }
        }

        return new SpecDiffOptions(documents, against);
    }
}
