namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>How busy Linux says the machine is: a table of times means little without it.</summary>
internal static class LoadAverage
{
    /// <summary>The average of the last minute.</summary>
    public static string Now() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
