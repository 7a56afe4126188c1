using ClickUpMcp.Errors;
using ClickUpMcp.Outside;
using Microsoft.Win32.SafeHandles;

namespace ClickUpMcp.Files;

/// <summary>Reads an open file from its first byte on, without moving the handle, which stays open.</summary>
internal sealed class HandleReader(SafeFileHandle handle) : ForwardStream
{
    private long _position;

    /// <exception cref="ActionableException">The file cannot be read any more.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            int count = await RandomAccess.ReadAsync(handle, buffer, _position, cancellationToken);
            _position += count;
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As an error of the file system it would pass for one of the connection to ClickUp.
            throw LocalFileErrors.Unreadable(e);
        }
    }
}
