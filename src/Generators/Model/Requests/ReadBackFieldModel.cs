namespace ClickUpMcp.Generators.Model;

/// <summary>One value that a response is expected to show.</summary>
/// <param name="Argument">The argument it comes from.</param>
/// <param name="Sent">Its path in the body; null when it stands in the path of the request.</param>
/// <param name="Shown">Its path in the thing that comes back.</param>
/// <param name="Kind">How the two are compared (a member of the runtime's ReadBackKind).</param>
internal sealed record ReadBackFieldModel(string Argument, string? Sent, string Shown, string Kind);
