using System.Globalization;

namespace ClickUpMcp.Driver;

/// <summary>Resident memory of a process as Linux counts it, in KiB: now (VmRSS) and at most so far (VmHWM).</summary>
public readonly record struct ProcessMemory(long Resident, long Peak)
{
    public static ProcessMemory Of(int processId)
    {
        var status = File.ReadAllLines($"/proc/{processId}/status");
        return new ProcessMemory(Read(status, "VmRSS:"), Read(status, "VmHWM:"));
    }

    private static long Read(string[] status, string key) =>
        long.Parse(
            status
                .First(line => line.StartsWith(key, StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );
}
