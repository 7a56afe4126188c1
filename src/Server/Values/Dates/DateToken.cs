namespace ClickUpMcp.Values;

/// <summary>A run of digits or of letters, or a single sign, of a date's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters, in lower case.</param>
/// <param name="IsJoined">Whether nothing stands between it and the token before.</param>
internal readonly record struct DateToken(DateTokenKind Kind, string Text, bool IsJoined)
{
    /// <summary>What stands after the last token.</summary>
    public static readonly DateToken End = new(DateTokenKind.End, string.Empty, IsJoined: false);

    /// <summary>Whether it is a number of so many digits.</summary>
    public bool IsNumber(int least, int most) =>
        Kind == DateTokenKind.Number && Text.Length >= least && Text.Length <= most;

    /// <summary>Whether it is this sign, right after the token before.</summary>
    public bool IsJoinedSign(char sign) => Kind == DateTokenKind.Symbol && IsJoined && Text[0] == sign;
}
