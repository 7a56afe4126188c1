namespace ClickUpMcp.Hosting;

/// <summary>Opens the process's standard streams.</summary>
internal static class StandardStreams
{
    public static Stream OpenInput() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardInput() : new DescriptorStream(0);

    public static Stream OpenOutput() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new DescriptorStream(1);

    public static Stream OpenError() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardError() : new DescriptorStream(2);
}
