using System.Runtime.InteropServices;

namespace ClickUpMcp.Hosting;

/// <summary>Reads or writes one open file descriptor, byte for byte and without a buffer.</summary>
/// <remarks>
/// <see cref="FileStream"/> writes to a redirected file at an offset of its own, which overwrites what others append
/// to it; the console's streams start encodings and the terminal. This calls the runtime's own system layer, which is
/// linked into the native binary, the static one too.
/// </remarks>
internal sealed partial class DescriptorStream(int descriptor) : Stream
{
    private const string SystemLayer = "libSystem.Native";

    // EAGAIN of Linux and of macOS: someone made the descriptor non-blocking.
    private const int TryAgain = 11;
    private const int TryAgainMac = 35;

    // EPIPE of both.
    private const int BrokenPipe = 32;

    /// <summary>Whether whoever started this process gave it the descriptor.</summary>
    /// <remarks>
    /// Else it is closed, or by now a file of the runtime's own, which took the free number: reading that one would
    /// never end. Those are all closed by an exec, and what came through the exec that started us cannot be.
    /// </remarks>
    public static bool IsInherited(int descriptor) => GetDescriptorFlags(descriptor) == 0;

    /// <summary>Whether the descriptor is a terminal.</summary>
    public static bool IsAtTerminal(int descriptor) => IsTerminal(descriptor) != 0;

    /// <summary>Waits until the reading end of the descriptor is closed; false when it is still open after the given time.</summary>
    public static bool IsClosed(int descriptor, int milliseconds)
    {
        var question = new PollEvent { Descriptor = descriptor };
        return Poll(ref question, 1, milliseconds, out uint found) == 0 && found > 0;
    }

    public override bool CanRead => descriptor == 0;

    public override bool CanWrite => descriptor != 0;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var wait = new SpinWait();
        while (true)
        {
            int count = Read(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);
            if (count >= 0)
            {
                return count;
            }

            WaitOrThrow(ref wait);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var wait = new SpinWait();
        while (!buffer.IsEmpty)
        {
            int count = Write(descriptor, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (count < 0)
            {
                WaitOrThrow(ref wait);
                continue;
            }

            buffer = buffer[count..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static void WaitOrThrow(ref SpinWait wait)
    {
        int error = Marshal.GetLastPInvokeError();
        if (error == BrokenPipe)
        {
            throw new ClosedOutputException();
        }

        if (error is not (TryAgain or TryAgainMac))
        {
            throw new IOException($"The standard stream failed with error {error}.");
        }

        wait.SpinOnce();
    }

    [LibraryImport(SystemLayer, EntryPoint = "SystemNative_FcntlGetFD")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetDescriptorFlags(nint descriptor);

    /// <summary>Without asked events only errors and the end of the other side are found.</summary>
    [LibraryImport(SystemLayer, EntryPoint = "SystemNative_IsATty")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int IsTerminal(nint descriptor);

    [LibraryImport(SystemLayer, EntryPoint = "SystemNative_Poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(ref PollEvent events, uint count, int milliseconds, out uint found);

    [LibraryImport(SystemLayer, EntryPoint = "SystemNative_Read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Read(nint descriptor, ref byte buffer, int count);

    [LibraryImport(SystemLayer, EntryPoint = "SystemNative_Write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Write(nint descriptor, in byte buffer, int count);

    /// <summary>A descriptor and what happens there, as the system layer has it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollEvent
    {
        public int Descriptor;
        public short Asked;
        public short Found;
    }
}
