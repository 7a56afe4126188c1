using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>An argument with the place it was written at.</summary>
/// <param name="Model">The argument.</param>
/// <param name="Member">Its key and value in the spec.</param>
/// <param name="UnboundReason">Why the request does not use it; null when it must.</param>
internal sealed record ArgumentEntry(ArgumentModel Model, JsonMember Member, string? UnboundReason);
