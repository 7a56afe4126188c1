using ClickUpMcp.Values;

namespace ClickUpMcp.Api;

/// <summary>A body with one file in it that is read while it is sent.</summary>
/// <param name="Before">What stands before the file.</param>
/// <param name="File">The file.</param>
/// <param name="After">What stands after it.</param>
internal sealed record StreamedBody(ReadOnlyMemory<byte> Before, FileSource File, ReadOnlyMemory<byte> After)
{
    /// <summary>The bytes of the whole; null when the file does not know how many it has.</summary>
    public long? Length => File.Length is { } bytes ? Before.Length + bytes + After.Length : null;
}
