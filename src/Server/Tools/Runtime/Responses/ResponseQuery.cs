using ClickUpMcp.Api.Paging;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What one call wants to read from a response.</summary>
/// <param name="Cursors">Reads and writes the call's cursors.</param>
/// <param name="Response">How the response is read and shown.</param>
/// <param name="Options">What the caller asked of the result.</param>
/// <param name="Outcome">The sentence for a response without content; null when there is none.</param>
internal sealed record ResponseQuery(
    CallCursors Cursors,
    ResponseDefinition Response,
    OutputOptions Options,
    string? Outcome
)
{
    private static readonly PageWalker Whole = PageWalker.Create(null);

    /// <summary>The detail level that is shown.</summary>
    public DetailLevel Level => Options.DetailLevel ?? Response.DefaultLevel;

    /// <summary>Which items of a list are wanted; null means all.</summary>
    public ItemFilter? Filter { get; init; }

    /// <summary>What the list does not show, for which the call did not ask; null for nothing.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Where to start without a cursor; null for the beginning.</summary>
    public PagePosition? Start { get; init; }

    /// <summary>Whether another call may continue this one: it only reads.</summary>
    public bool MayContinue { get; init; }

    /// <summary>Where the texts of one thing are read on; null where no call continues this one.</summary>
    public TextPosition? TextPosition =>
        !MayContinue
            ? null
            : new TextPosition(
                Options.Cursor is { } cursor ? Cursors.Decode(cursor, Whole).Offset : 0,
                start => Cursors.Encode(new PagePosition(string.Empty, start), Whole.Style)
            );

    /// <summary>Whether the list is read from its beginning.</summary>
    public bool IsFromStart => Options.Cursor is null && Start is null;
}
