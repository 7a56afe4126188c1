using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>How the native executable ends when its surroundings do: signals, and standard streams that are gone.</summary>
public sealed class ShutdownTests
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private const string Ping = """{"jsonrpc":"2.0","id":2,"method":"ping"}""";

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_the_server_with_exit_code_0_although_ClickUp_hangs(string signal)
    {
        SkipOnWindows();
        using var silent = new SilentListener();
        // A shell that runs the tests in the background has them, and what they start, ignore INT.
        await using var server = OperatingSystem.IsLinux()
            ? ChildProcess.Start("env", ["--default-signal", ServerBinary.Path, "stdio"], silent.AsClickUp)
            : ChildProcess.Start(ServerBinary.Path, ["stdio"], silent.AsClickUp);
        await server.SendAsync(Initialize);
        await server.WaitForLineAsync(line => line.Contains("\"result\"", StringComparison.Ordinal), Limit.Short);
        await server.SendAsync(
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_current_user","arguments":{}}}"""
        );
        await silent.AcceptAsync(Limit.Short);

        await ChildProcess.RunAsync("kill", ["-s", signal, $"{server.Id}"], cancellationToken: Limit.Short);

        (await server.WaitForExitAsync(Limit.Prompt)).ShouldBe(0);
    }

    [Fact]
    public async Task A_client_that_stops_reading_ends_the_server_quietly()
    {
        SkipOnWindows();
        // The reader takes one reply, closes the pipe and only then says so: the next reply has nowhere to go.
        await using var shell = Shell(
            """{ "$0" stdio --sandbox; echo "exit $?" >&2; } | { head -n 1; exec <&-; echo closed >&2; }"""
        );
        await shell.SendAsync(Initialize);
        await shell.WaitForLineAsync(line => line == "closed", Limit.Short);
        await shell.SendAsync(Ping);

        await shell.WaitForExitAsync(Limit.Prompt);

        shell.Errors.ShouldBe("closed\nexit 0\n");
    }

    [Fact]
    public async Task A_closed_stdin_is_the_end_of_input()
    {
        SkipOnWindows();
        await using var shell = Shell("""exec "$0" stdio <&-""");

        (await shell.WaitForExitAsync(Limit.Prompt)).ShouldBe(0);

        (shell.Output + shell.Errors).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_stdout_harms_nothing()
    {
        SkipOnWindows();
        await using var shell = Shell("""exec "$0" stdio --sandbox >&-""");
        await shell.SendAsync(Initialize);
        await shell.SendAsync(Ping);
        shell.CloseInput();

        (await shell.WaitForExitAsync(Limit.Prompt)).ShouldBe(0);

        shell.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Calls_in_flight_at_the_end_of_input_are_answered_before_the_server_ends()
    {
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await sandbox.InjectAsync(Slow(milliseconds: 300), Limit.Short);
        await using var server = ChildProcess.Start(ServerBinary.Path, ["stdio"], Against(sandbox));
        await server.SendAsync(Initialize);
        for (var id = 2; id < 6; id++)
        {
            await server.SendAsync(Call(id));
        }

        server.CloseInput();
        (await server.WaitForExitAsync(Limit.Prompt)).ShouldBe(0);

        var replies = server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var id = 2; id < 6; id++)
        {
            replies
                .Single(reply => reply.Contains($"\"id\":{id},", StringComparison.Ordinal))
                .ShouldContain("\"content\"", customMessage: server.Output);
        }
    }

    [Fact]
    public async Task A_call_that_never_ends_does_not_outlive_the_input()
    {
        using var silent = new SilentListener();
        await using var server = ChildProcess.Start(ServerBinary.Path, ["stdio"], silent.AsClickUp);
        await server.SendAsync(Initialize);
        await server.SendAsync(Call(2));
        await silent.AcceptAsync(Limit.Short);

        server.CloseInput();

        (await server.WaitForExitAsync(Limit.Prompt)).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_waits_for_a_reply_that_nobody_can_read()
    {
        SkipOnWindows();
        // Shorter than the wait for replies: had the server waited, the request would have been answered.
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await sandbox.InjectAsync(Slow(milliseconds: 1900), Limit.Short);
        await using var shell = ChildProcess.Start(
            "bash",
            [
                "-c",
                """{ "$0" stdio; echo "exit $?" >&2; } | { head -n 1; exec <&-; echo closed >&2; }""",
                ServerBinary.Path,
            ],
            Against(sandbox)
        );
        await shell.SendAsync(Initialize);
        await shell.WaitForLineAsync(line => line == "closed", Limit.Short);
        await shell.SendAsync(Call(2));
        shell.CloseInput();

        await shell.WaitForExitAsync(Limit.Prompt);

        shell.Errors.ShouldBe("closed\nexit 0\n");
        (await sandbox.LogAsync(Limit.Short))
            .EnumerateArray()
            .Where(static request => request.GetProperty("status").GetInt32() == 200)
            .ShouldBeEmpty();
    }

    private static string Slow(int milliseconds) => $$"""{"kind":"latency","ms":{{milliseconds}}}""";

    private static string Call(int id) =>
        $$$$"""{"jsonrpc":"2.0","id":{{{{id}}}},"method":"tools/call","params":{"name":"get_current_user","arguments":{}}}""";

    private static Dictionary<string, string?> Against(SandboxProcess sandbox) =>
        new() { ["CLICKUP_API_KEY"] = "pk_1_TEST", ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString() };

    private static ChildProcess Shell(string script) => ChildProcess.Start("bash", ["-c", script, ServerBinary.Path]);

    private static void SkipOnWindows() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals and descriptors are those of POSIX.");
}
