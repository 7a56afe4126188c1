namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>The reasons for which a call is refused although the published schema cannot say so.</summary>
internal static class Strictness
{
    private static readonly string[] Reasons =
    [
        // Dates and durations are phrases; a pattern for them would cost every client thousands of tokens.
        "is not a date; ",
        "is no Unix time between ",
        "is ambiguous, day or month could come first; ",
        "must be a duration such as ",
        // One value against another.
        "is both given and named in clear; ",
        // Words that would not mean what they say: clear is how a value is emptied.
        "is not emptied by a text; ",
        // White space alone: schemas count it as characters.
        "must not be blank",
        // Items that differ as texts may mean the same, as "90m" and "1h 30m" do.
        "repeats an item in another form",
        // Limits of free-form JSON.
        "must be at most 64 KiB",
        "must be nested at most 16 levels deep",
        "must be well-formed Unicode",
    ];

    /// <summary>Whether every problem is one of those.</summary>
    public static bool Explains(IReadOnlyList<string> problems) =>
        problems.All(static problem => Reasons.Any(r => problem.Contains($": {r}", StringComparison.Ordinal)));
}
