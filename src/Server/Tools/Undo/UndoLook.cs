using System.Text.Json.Serialization;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>How it is seen before an undo whether a thing is still as the change left it.</summary>
/// <param name="Request">What is read.</param>
/// <param name="Thing">The path to the thing; null for all of it.</param>
internal sealed record UndoLook(UndoRequest Request, string? Thing)
{
    /// <summary>When the thing was last changed, as the response said; null where it did not.</summary>
    public string? Version { get; init; }

    /// <summary>What the change left.</summary>
    public IReadOnlyList<LeftValue> Left { get; init; } = [];

    /// <summary>The path to what the change added; null for nothing.</summary>
    public string? Added { get; init; }

    /// <summary>The path to what the change removed; null for nothing.</summary>
    public string? Removed { get; init; }

    /// <summary>The path to what must not be there; null for nothing.</summary>
    public string? Unless { get; init; }

    /// <summary>Whether the change made the thing, so that undoing it removes the thing with all that was done to it.</summary>
    public bool IsOfMade { get; init; }

    /// <summary>How much memory it takes, roughly.</summary>
    [JsonIgnore]
    public int Size => Request.Size + Left.Sum(static left => 2 * (left.Path.Length + left.Text.Length));
}
