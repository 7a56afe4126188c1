namespace ClickUpMcp.Tools.Runtime;

/// <summary>A sealed text as a client brought it, read but not yet held against a call.</summary>
/// <param name="ShownAt">When the person was shown what the call would do.</param>
/// <param name="Nonce">What tells it from all others.</param>
/// <param name="Bytes">All of it.</param>
internal sealed record PresentedConfirmation(DateTimeOffset ShownAt, string Nonce, byte[] Bytes);
