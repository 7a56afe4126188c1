namespace ClickUpMcp.Hosting;

/// <summary>Opens the process's standard streams; one that was closed before the start is empty and swallows everything.</summary>
internal static class StandardStreams
{
    public static Stream OpenInput() => OperatingSystem.IsWindows() ? Console.OpenStandardInput() : Open(0);

    public static Stream OpenOutput() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : Open(1);

    public static Stream OpenError() => OperatingSystem.IsWindows() ? Console.OpenStandardError() : Open(2);

    private static Stream Open(int descriptor) =>
        DescriptorStream.IsInherited(descriptor) ? new DescriptorStream(descriptor) : Stream.Null;
}
