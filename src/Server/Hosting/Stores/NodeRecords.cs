using ClickUpMcp.Storage;

namespace ClickUpMcp.Hosting.Stores;

/// <summary>The table of what servers that share a store keep there for each other.</summary>
internal static class NodeRecords
{
    public static readonly RecordKind Session = new(
        "session",
        "Sessions of MCP clients, where the store outlives the process: the hash of the id, and sealed what the client called itself and whom it belongs to.",
        TimeSpan.FromHours(24)
    );

    public static readonly RecordKind Budget = new(
        "upstream-budget",
        "How many requests the servers that share the store have sent to ClickUp in the present minute, under a hash of the ClickUp token.",
        TimeSpan.FromHours(1)
    );

    public static readonly RecordKind Confirmation = new(
        "confirmation",
        "Which confirmations of calls were used, where several servers share the store: a random number for each.",
        TimeSpan.FromMinutes(10)
    );

    public static readonly RecordKind Node = new(
        "node",
        "Which servers share the store: a random number for each.",
        TimeSpan.FromMinutes(1)
    );

    public static readonly RecordKind Change = new(
        "change",
        "What a user changed in ClickUp lately, sealed: the requests that undo it, with the values that were there before and all of a task that was deleted.",
        TimeSpan.FromHours(24)
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [Session, Budget, Confirmation, Node, Change];
}
