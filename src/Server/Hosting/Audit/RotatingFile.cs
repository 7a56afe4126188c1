using ClickUpMcp.Observability;

namespace ClickUpMcp.Hosting;

/// <summary>A file of lines that only its owner can read, set aside when it is an eighth of what may be kept, and deleted when it is too old or too much.</summary>
/// <param name="path">Where lines go; what is set aside has a time after its name.</param>
/// <param name="limits">How much is kept, and for how long.</param>
/// <param name="time">The clock.</param>
internal sealed class RotatingFile(string path, RetentionLimits limits, TimeProvider time)
    : ILineDestination,
        IDisposable
{
    private const int Parts = 8;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly AuditParts _parts = new(path);
    private FileStream? _file;
    private long _length;
    private DateTimeOffset _begun;
    private bool _isFixed;

    /// <summary>Whether the open file is the output of this process.</summary>
    public bool IsOutput => _file is not null && StandardStreams.IsOutput(path, _file.SafeFileHandle);

    /// <summary>The last line that was written, by whichever process; null for none.</summary>
    public string? Last() =>
        LastLine.Of(path) ?? (_parts.Earlier().LastOrDefault().File is { } file ? LastLine.Of(file.FullName) : null);

    public void Open()
    {
        if (_file is not null)
        {
            return;
        }

        FileStreamOptions options = new()
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            // Without a buffer nothing is left to be written when a file on a full disk is closed.
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        _file = new FileStream(path, options);
        // Devices and pipes have no length, and nothing of them can be set aside.
        _length = _file.CanSeek ? _file.Length : 0;
        _begun = _length == 0 ? time.GetUtcNow() : new DateTimeOffset(File.GetCreationTimeUtc(path), TimeSpan.Zero);
        _isFixed = false;
        if (_length > 0 && !OperatingSystem.IsWindows())
        {
            Narrow(_file);
        }
    }

    public void Write(ReadOnlySpan<byte> line)
    {
        Open();
        // Others may write to the file too, or cut it.
        _length = _file!.CanSeek ? _file.Seek(0, SeekOrigin.End) : 0;
        if (IsDue(line.Length))
        {
            SetAside();
        }

        try
        {
            _file.Write(line);
        }
        catch (IOException) when (_length > 0)
        {
            // A part of a line is none.
            _file.SetLength(_length);
            throw;
        }
    }

    public void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // Nothing was left to be written.
        }

        _file = null;
    }

    public void Dispose() => Close();

    private bool IsDue(int more) =>
        !_isFixed
        && _length > 0
        && (
            (limits.Bytes > 0 && _length + more > limits.Bytes / Parts)
            || (limits.Age > TimeSpan.Zero && time.GetUtcNow() - _begun > limits.Age / Parts)
        );

    private void SetAside()
    {
        Close();
        try
        {
            File.Move(path, _parts.SetAside(time.GetUtcNow()), overwrite: false);
            Open();
            Prune();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever may not rename or delete still gets all lines.
            Open();
            _isFixed = true;
        }
    }

    private void Prune()
    {
        long kept = 0;
        foreach ((FileInfo old, DateTimeOffset end) in _parts.Earlier().Reverse())
        {
            kept += old.Length;
            bool isTooMuch = limits.Bytes > 0 && kept > limits.Bytes * (Parts - 1) / Parts;
            bool isTooOld = limits.Age > TimeSpan.Zero && time.GetUtcNow() - end > limits.Age;
            if (isTooMuch || isTooOld)
            {
                old.Delete();
            }
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Narrow(FileStream file)
    {
        try
        {
            File.SetUnixFileMode(file.SafeFileHandle, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's file: whoever gave it to us decides who reads it.
        }
    }
}
