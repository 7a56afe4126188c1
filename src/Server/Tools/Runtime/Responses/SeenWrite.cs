namespace ClickUpMcp.Tools.Runtime;

/// <summary>What was found out about a write by what came back.</summary>
/// <param name="Ignored">What was not applied, as the caller knows it.</param>
/// <param name="Unseen">The arguments that nothing shows.</param>
internal sealed record SeenWrite(IReadOnlyList<string> Ignored, IReadOnlyList<string> Unseen)
{
    /// <summary>Whether anything of it was seen.</summary>
    public bool IsSeen { get; init; }

    /// <summary>Whether the read that was to show it failed.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Whether all of it was seen to be as it was sent.</summary>
    public bool IsWhole => IsSeen && !IsUnread && Ignored.Count == 0 && Unseen.Count == 0;

    /// <summary>What there is to say beside a result that shows the thing.</summary>
    public IEnumerable<string> Remarks
    {
        get
        {
            if (Ignored.Count > 0)
            {
                yield return WriteCheck.Sentence(Ignored);
            }

            if (IsUnread)
            {
                yield return "It could not be read back, so look whether the change was made.";
            }
            else if (Unseen.Count > 0)
            {
                yield return $"Accepted, but not shown by what came back: {Names}.";
            }
        }
    }

    /// <summary>What is said in place of a tool's own sentence where nothing was seen.</summary>
    public string Acceptance =>
        IsUnread
            ? "The request was accepted, but could not be read back; look whether the change was made."
            : $"The request was accepted, but nothing that came back shows: {Names}. Look at it where it matters.";

    private string Names => string.Join(", ", Unseen);
}
