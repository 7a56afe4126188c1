namespace ClickUpMcp.Projection;

/// <summary>What is said beside an answer.</summary>
/// <param name="Note">How the answer was shortened; null when it was not.</param>
/// <param name="Remarks">What a handler has to say about it.</param>
internal sealed record AnswerNotes(string? Note, IReadOnlyList<string> Remarks)
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
    public AnswerNotes With(string? note) => this with { Note = note };
}
