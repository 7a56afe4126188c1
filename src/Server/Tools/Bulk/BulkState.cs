namespace ClickUpMcp.Tools.Runtime;

/// <summary>What became of one item of a bulk call.</summary>
internal enum BulkState
{
    /// <summary>Nothing was sent that could have changed anything.</summary>
    NotStarted,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was refused, and nothing of it was done.</summary>
    Failed,

    /// <summary>A request that writes was sent, and nothing told whether it was carried out.</summary>
    Unknown,
}
