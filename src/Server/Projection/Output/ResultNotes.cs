namespace ClickUpMcp.Projection;

/// <summary>What is said beside a result.</summary>
/// <param name="Note">How the result was shortened; null when it was not.</param>
/// <param name="Remarks">What a handler has to say about it.</param>
internal sealed record ResultNotes(string? Note, IReadOnlyList<string> Remarks)
{
    /// <summary>Everything as one text; null when there is nothing.</summary>
    public string? Joined =>
        (Note, Remarks) switch
        {
            (_, []) => Note,
            (null, _) => string.Join(' ', Remarks),
            _ => $"{Note}. {string.Join(' ', Remarks)}",
        };

    /// <summary>The same with a note.</summary>
    public ResultNotes With(string? note) => this with { Note = note };
}
