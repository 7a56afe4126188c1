namespace ClickUpMcp.Projection;

/// <summary>How the texts of a value belong together.</summary>
internal enum FieldForm
{
    /// <summary>One short text.</summary>
    Text,

    /// <summary>One text that is a number or boolean in JSON.</summary>
    Literal,

    /// <summary>One text with line breaks.</summary>
    Block,

    /// <summary>Several short texts on one line.</summary>
    List,

    /// <summary>Several texts, each on its own line where there is room.</summary>
    Lines,
}
