namespace ClickUpMcp.Sandbox;

/// <summary>One HTTP request as either front hands it to the engine.</summary>
/// <param name="Path">Still percent-encoded, so that a tag's name may hold a slash.</param>
/// <param name="Query">Raw, with or without the leading question mark.</param>
/// <param name="Authorization">The header's value, or null where it was not sent.</param>
/// <param name="ContentType">The header's value, or null where it was not sent.</param>
public sealed record SandboxRequest(
    string Method,
    string Path,
    string Query = "",
    string? Authorization = null,
    ReadOnlyMemory<byte> Body = default,
    string? ContentType = null
);
