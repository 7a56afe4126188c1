using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>An argument with the place it was written at.</summary>
/// <param name="Model">The argument.</param>
/// <param name="Member">Its key and value in the spec.</param>
/// <param name="UnboundReason">Why the request does not use it; null when it must.</param>
internal sealed record ArgumentEntry(ArgumentModel Model, JsonMember Member, string? UnboundReason)
{
    /// <summary>Why nothing that comes back shows it; null when something does.</summary>
    public string? UnseenReason { get; init; }

    /// <summary>Whether the thing that is written keeps it.</summary>
    public bool IsKept { get; init; } = true;
}
