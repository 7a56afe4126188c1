namespace ClickUpMcp.Build.Release;

/// <summary>A file in an archive.</summary>
/// <param name="Path">Where it lies, with slashes and without one in front.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsExecutable">Whether everybody may run it.</param>
public sealed record ArchiveEntry(string Path, byte[] Content, bool IsExecutable = false);
