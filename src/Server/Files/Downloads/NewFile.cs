using ClickUpMcp.Errors;
using Microsoft.Win32.SafeHandles;

namespace ClickUpMcp.Files;

/// <summary>A file of this machine that was made just now, for its user alone; it goes away again unless it is kept.</summary>
internal sealed class NewFile : IDisposable
{
    private readonly FileStream _content;
    private bool _isKept;

    private NewFile(FileStream content)
    {
        _content = content;
        Place = HandlePath.Of(content.SafeFileHandle);
    }

    /// <summary>Where it is, as the system says it; null when the system does not.</summary>
    public string? Place { get; }

    /// <summary>Makes a file; null when there is something of that name, a link that leads nowhere included.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static NewFile? TryCreate(string path)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = System.IO.FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new NewFile(new FileStream(path, options));
        }
        catch (Exception e) when (RealPath.IsOfFileSystem(e) && IsTaken(path))
        {
            return null;
        }
    }

    /// <exception cref="ActionableException">The disk does not take it.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _content.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception e) when (RealPath.IsOfFileSystem(e))
        {
            throw DownloadErrors.Unwritable();
        }
    }

    /// <summary>Says that the file is whole, and stays.</summary>
    public void Keep() => _isKept = true;

    public void Dispose()
    {
        // Asked again: it may have been moved since it was made.
        SafeFileHandle handle = _content.SafeFileHandle;
        string? place = _isKept || handle.IsClosed ? null : HandlePath.Of(handle);
        _content.Dispose();
        if (place is null)
        {
            return;
        }

        try
        {
            File.Delete(place);
        }
        catch (Exception e) when (RealPath.IsOfFileSystem(e))
        {
            // Somebody else has removed its folder, or taken the right to.
        }
    }

    private static bool IsTaken(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;
}
