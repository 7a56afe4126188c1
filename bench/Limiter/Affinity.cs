using System.Runtime.InteropServices;

namespace ClickUpMcp.LimiterBenchmark;

/// <summary>Ties threads to processors: Linux may wake two that met at a barrier on one, where nothing contends.</summary>
internal static partial class Affinity
{
    /// <summary>Keeps the calling thread on one processor; elsewhere than on Linux the system chooses.</summary>
    public static void Pin(int index)
    {
        ulong mask = 1UL << (index % Math.Min(Environment.ProcessorCount, 64));
        if (OperatingSystem.IsLinux() && SetAffinity(0, sizeof(ulong), in mask) != 0)
        {
            throw new InvalidOperationException("The thread could not be tied to a processor.");
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nuint size, in ulong mask);
}
