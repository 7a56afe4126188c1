using System.Text.Json.Serialization;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>One request that changed something, with what undoes it.</summary>
internal sealed record ChangeStep
{
    /// <summary>The official id of its operation.</summary>
    public required string Operation { get; init; }

    /// <summary>Its HTTP method.</summary>
    public required ClickUpMethod Method { get; init; }

    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>The name of what it is about; null where that is not known.</summary>
    public string? About { get; init; }

    /// <summary>Why it cannot be undone; null when it can.</summary>
    public string? Cannot { get; init; }

    /// <summary>What undoing it does not bring back; null for nothing.</summary>
    public string? Lost { get; init; }

    /// <summary>What undoes it, in this order.</summary>
    public IReadOnlyList<UndoRequest> Undo { get; init; } = [];

    /// <summary>How it is seen whether it was changed again since; null where nothing shows it.</summary>
    public UndoLook? Look { get; init; }

    /// <summary>The task that it removed, with all that was read of it, as JSON; null for nothing.</summary>
    public string? Snapshot { get; init; }

    /// <summary>The kinds of things whose cached listings it made stale, and undoing it does.</summary>
    public IReadOnlyList<int> Invalidates { get; init; } = [];

    /// <summary>Those kinds as a set.</summary>
    [JsonIgnore]
    public EntityKindSet Stale => new([.. Invalidates.Select(static kind => (EntityKind)kind)]);

    /// <summary>Whether it was undone.</summary>
    public bool IsUndone { get; set; }

    /// <summary>How much memory it takes, roughly.</summary>
    [JsonIgnore]
    public int Size =>
        (2 * (Path.Length + (About?.Length ?? 0) + (Snapshot?.Length ?? 0)))
        + Undo.Sum(static request => request.Size)
        + (Look?.Size ?? 0);
}
