namespace ClickUpMcp.Resolution;

/// <summary>How well a name matches what it was found for, best first.</summary>
internal enum MatchQuality
{
    /// <summary>The same to a reader: only case, white space, invisible characters or the Unicode form may differ.</summary>
    Same,

    /// <summary>The whole name, with other punctuation, spacing or diacritics.</summary>
    Whole,

    /// <summary>Some of its words, such as the first ones or a last name.</summary>
    Words,

    /// <summary>The beginnings of its words.</summary>
    Part,
}
