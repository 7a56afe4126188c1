using ClickUpMcp.Values;
using Microsoft.Win32.SafeHandles;

namespace ClickUpMcp.Files;

/// <summary>An opened file of this machine.</summary>
/// <param name="handle">The open file; disposed of with this.</param>
/// <param name="name">Its name, without folders.</param>
/// <param name="length">How many bytes it had when it was opened.</param>
internal sealed class LocalFile(SafeFileHandle handle, string name, long length) : FileSource, IDisposable
{
    public string Name => name;

    public override long? Length => length;

    public override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => new(new HandleReader(handle));

    public void Dispose() => handle.Dispose();
}
