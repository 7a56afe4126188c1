namespace ClickUpMcp.Files;

/// <summary>The first bytes of a file.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="IsWhole">Whether there are no more.</param>
internal readonly record struct FileHead(ReadOnlyMemory<byte> Bytes, bool IsWhole);
