using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ClickUpMcp.Driver;

/// <summary>What all threads of another process, ended ones too, have spent on a core, on Linux in nanoseconds.</summary>
/// <remarks>The times of /proc/PID/stat go in steps of 10 ms, which is as much as forty calls take.</remarks>
public static partial class ProcessorClock
{
    // The scheduler's clock of a process: clock_getcpuclockid(3) makes the same number.
    private const int Scheduler = 2;

    public static TimeSpan Of(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            using var other = Process.GetProcessById(process);
            return other.TotalProcessorTime;
        }

        if (GetTime((~process << 3) | Scheduler, out Timespec time) != 0)
        {
            throw new InvalidOperationException($"Process {process} has no clock.");
        }

        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out Timespec time);

    /// <summary>A C <c>timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
