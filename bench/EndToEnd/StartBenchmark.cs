using System.Diagnostics;
using System.Text.Json;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Spawns the server again and again and measures until its first answers.</summary>
internal static class StartBenchmark
{
    private const int WarmUps = 3;

    private static ReadOnlySpan<byte> Initialize =>
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}"""u8;

    private static ReadOnlySpan<byte> Initialized => """{"jsonrpc":"2.0","method":"notifications/initialized"}"""u8;

    private static ReadOnlySpan<byte> List => """{"jsonrpc":"2.0","id":2,"method":"tools/list"}"""u8;

    public static StartResult Run(string binary, string[] arguments, int runs)
    {
        var all = Enumerable.Range(0, runs + WarmUps).Select(_ => Once(binary, arguments)).Skip(WarmUps).ToList();
        return new StartResult(
            new Sample(all.Select(run => run.Initialize)),
            new Sample(all.Select(run => run.List)),
            new Sample(all.Select(run => run.List - run.Initialize)),
            new Sample(all.Select(run => run.Exit)),
            new Sample(all.Select(run => (double)run.Memory.Resident)),
            new Sample(all.Select(run => (double)run.Memory.Peak)),
            all[0].Bytes,
            all[0].Tools
        );
    }

    /// <summary>The same exchange with <c>cat</c>: what spawning and two pipes cost by themselves, in ms.</summary>
    public static Sample RunEcho(int runs) =>
        new(
            Enumerable
                .Range(0, runs + WarmUps)
                .Select(_ =>
                {
                    var started = Stopwatch.GetTimestamp();
                    using var pipe = new ServerPipe("cat", []);
                    pipe.Write([.. Initialize, (byte)'\n']);
                    pipe.ReadLine();
                    var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                    pipe.Close();
                    return time;
                })
                .Skip(WarmUps)
        );

    /// <summary>Handshake and list as a client does them; also what a later benchmark starts with.</summary>
    public static void Handshake(ServerPipe pipe)
    {
        pipe.Write([.. Initialize, (byte)'\n']);
        pipe.ReadLine();
        pipe.Write([.. Initialized, (byte)'\n']);
    }

    private static (double Initialize, double List, double Exit, ProcessMemory Memory, int Bytes, int Tools) Once(
        string binary,
        string[] arguments
    )
    {
        var started = Stopwatch.GetTimestamp();
        using var pipe = new ServerPipe(binary, arguments);
        Handshake(pipe);
        var initialize = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        pipe.Write([.. List, (byte)'\n']);
        var answer = pipe.ReadLine();
        var list = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

        var memory = ProcessMemory.Of(pipe.ProcessId);
        var tools = JsonElement.Parse(answer).GetProperty("result").GetProperty("tools").GetArrayLength();
        var bytes = answer.Length;
        var closing = Stopwatch.GetTimestamp();
        var exitCode = pipe.Close();
        return exitCode == 0
            ? (initialize, list, Stopwatch.GetElapsedTime(closing).TotalMilliseconds, memory, bytes, tools)
            : throw new InvalidOperationException($"The server ended with exit code {exitCode}.");
    }
}
