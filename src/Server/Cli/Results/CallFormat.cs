namespace ClickUpMcp.Cli.Results;

/// <summary>How the result of a call is written for whoever made it from a shell.</summary>
internal enum CallFormat
{
    /// <summary>Columns under each other, for the eye.</summary>
    Table,

    /// <summary>Columns separated by tabs.</summary>
    Tsv,

    /// <summary>Columns separated by commas.</summary>
    Csv,

    /// <summary>The result as JSON.</summary>
    Json,

    /// <summary>The ids alone, one a line.</summary>
    Ids,

    /// <summary>What a model reads.</summary>
    Text,
}
