using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The things that the filters of a bulk call choose.</summary>
/// <param name="Items">The things; they can be read until the call that found them ends.</param>
/// <param name="LeftOut">What the filters do not look at; null for nothing.</param>
/// <param name="Notes">What there is to say of the search.</param>
internal sealed record BulkSelection(IReadOnlyList<JsonElement> Items, string? LeftOut, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing, for filters that are wrong.</summary>
    public static BulkSelection None { get; } = new([], null, []);
}
