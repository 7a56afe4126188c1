namespace ClickUpMcp.Api;

/// <summary>A value that the response to a write is expected to show.</summary>
/// <param name="Argument">The argument it comes from.</param>
/// <param name="Sent">Its path in the body; null when it stands in the path of the request.</param>
/// <param name="Value">The value, where it stands in no body.</param>
/// <param name="Shown">Its path in the thing that comes back.</param>
/// <param name="Kind">How the two are compared.</param>
internal sealed record ExpectedValue(string Argument, string? Sent, string? Value, string Shown, ReadBackKind Kind);
