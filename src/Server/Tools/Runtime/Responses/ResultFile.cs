namespace ClickUpMcp.Tools.Runtime;

/// <summary>A file that a result shows beside its text.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="MediaType">What its bytes are.</param>
/// <param name="Uri">What it is called as a resource; null for an image, which clients show.</param>
internal sealed record ResultFile(ReadOnlyMemory<byte> Content, string MediaType, string? Uri);
