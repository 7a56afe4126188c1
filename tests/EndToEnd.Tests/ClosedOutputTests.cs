using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The commands end quietly where what they write to is closed, as <c>clickup-mcp tools | head -1</c> closes it.</summary>
public sealed class ClosedOutputTests
{
    /// <summary>What a shell says of a program that the signal SIGPIPE ended.</summary>
    private const int AsOfBrokenPipe = 141;

    // Opened for reading too, so that opening for writing need not wait; then nobody reads, whatever is faster.
    private const string NobodyReads =
        "f=$(mktemp -u) && mkfifo \"$f\" && exec 3<>\"$f\" 4>\"$f\" 3<&- && rm \"$f\" && exec \"$@\" >&4 4>&-";

    private const string Closed = "exec \"$@\" >&-";

    public static TheoryData<string> Commands =>
        [
            "tools",
            "tools --json",
            "tools get_task",
            "help",
            "--help",
            "help --man",
            "--version",
            "completion bash",
            "config check",
            "doctor --sandbox",
            "call --sandbox get_task task=DEV-1",
            "call --sandbox list_spaces --format csv",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Output_that_nobody_reads_ends_a_command_without_a_word(string command)
    {
        var done = await RunAsync(NobodyReads, command);

        done.ExitCode.ShouldBe(AsOfBrokenPipe, done.Everything);
        done.Errors.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Output_that_was_closed_before_the_start_is_as_dev_null(string command)
    {
        var thrownAway = await RunAsync("exec \"$@\" >/dev/null", command);
        var closed = await RunAsync(Closed, command);

        closed.ExitCode.ShouldBe(thrownAway.ExitCode, closed.Everything);
        closed.Errors.ShouldBe(thrownAway.Errors);
    }

    [Fact]
    public async Task A_server_whose_client_is_gone_ends_as_usual()
    {
        var done = await RunAsync(NobodyReads, "stdio --sandbox");

        done.ExitCode.ShouldBe(0, done.Everything);
        done.Errors.ShouldBeEmpty();
    }

    private static Task<CompletedProcess> RunAsync(string shell, string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no descriptors that a shell closes.");
        return ChildProcess.RunAsync("bash", ["-c", shell, "bash", ServerBinary.Path, .. command.Split(' ')], null);
    }
}
