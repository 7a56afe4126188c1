namespace ClickUpMcp.Projection;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>Compact text: key/value lines and tables.</summary>
    Text,

    /// <summary>Compact JSON.</summary>
    Json,
}
