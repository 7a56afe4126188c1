namespace ClickUpMcp.Transport;

/// <summary>What <see cref="LineReader"/> found next.</summary>
internal enum LineKind
{
    /// <summary>A whole line.</summary>
    Line,

    /// <summary>A line over the limit; its bytes are skipped.</summary>
    TooLong,

    /// <summary>The end of the input.</summary>
    End,
}
