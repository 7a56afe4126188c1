using Microsoft.Win32.SafeHandles;

namespace ClickUpMcp.Hosting;

/// <summary>Opens the process's standard streams; one that was closed before the start is empty and swallows everything.</summary>
internal static class StandardStreams
{
    private const int Output = 1;

    /// <summary>Milliseconds that one question waits for the end of the readers.</summary>
    private const int QuestionTime = 50;

    /// <summary>Whether a person types the input.</summary>
    public static bool IsInputTerminal =>
        OperatingSystem.IsWindows() ? !Console.IsInputRedirected : DescriptorStream.IsAtTerminal(0);

    public static Stream OpenInput() => OperatingSystem.IsWindows() ? Console.OpenStandardInput() : Open(0);

    public static Stream OpenOutput() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : Open(Output);

    public static Stream OpenError() => OperatingSystem.IsWindows() ? Console.OpenStandardError() : Open(2);

    /// <summary>Whether a file is what the process has as its output, under whatever name it was opened.</summary>
    /// <remarks>Only Linux says what is open; elsewhere the two names are known that always mean it.</remarks>
    public static bool IsOutput(string path, SafeFileHandle file) =>
        path is "/dev/stdout" or "/dev/fd/1"
        || (
            OperatingSystem.IsLinux()
            && Opened(Output) is { } output and not "/dev/null"
            && Opened(file.DangerousGetHandle()) == output
        );

    /// <summary>Ends when nobody reads the output any more, or when that is no longer asked.</summary>
    /// <remarks>Only a write or a question finds a closed pipe, and a call may have nothing to write for long.</remarks>
    public static Task WhenOutputIsClosedAsync(CancellationToken cancellationToken) =>
        OperatingSystem.IsWindows()
            ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken)
            : Task.Factory.StartNew(
                () =>
                {
                    while (
                        !cancellationToken.IsCancellationRequested && !DescriptorStream.IsClosed(Output, QuestionTime)
                    ) { }
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );

    private static string? Opened(nint descriptor) => new FileInfo($"/proc/self/fd/{descriptor}").LinkTarget;

    private static Stream Open(int descriptor) =>
        DescriptorStream.IsInherited(descriptor) ? new DescriptorStream(descriptor) : Stream.Null;
}
