using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Spawns the server again and again and measures until its first responses.</summary>
internal static class StartBenchmark
{
    private const int WarmUps = 3;

    private static ReadOnlySpan<byte> Initialize =>
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}"""u8;

    private static ReadOnlySpan<byte> Initialized => """{"jsonrpc":"2.0","method":"notifications/initialized"}"""u8;

    private static ReadOnlySpan<byte> List => """{"jsonrpc":"2.0","id":2,"method":"tools/list"}"""u8;

    private static ReadOnlySpan<byte> Unoffered => """{"jsonrpc":"2.0","id":3,"method":"prompts/list"}"""u8;

    private static ReadOnlySpan<byte> Unknown => """{"jsonrpc":"2.0","id":4,"method":"no/such/method"}"""u8;

    private static ReadOnlySpan<byte> HangingCall =>
        """{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"get_current_user","arguments":{}}}"""u8;

    public static StartResult Run(string binary, string[] arguments, int runs)
    {
        var all = Enumerable.Range(0, runs + WarmUps).Select(_ => Once(binary, arguments)).Skip(WarmUps).ToList();
        return new StartResult(
            new Sample(all.Select(run => run.Initialize)),
            new Sample(all.Select(run => run.List)),
            new Sample(all.Select(run => run.List - run.Initialize)),
            new Sample(all.Select(run => run.Exit)),
            new Sample(all.Select(run => (double)run.Memory.Resident)),
            new Sample(all.Select(run => (double)run.Refused.Resident)),
            new Sample(all.Select(run => (double)run.Memory.Peak)),
            Middle(all, run => run.Memory.Resident).Split,
            all[0].Bytes,
            all[0].Tools
        );
    }

    /// <summary>Starts another program as often, up to its list of tools.</summary>
    public static PeerResult Run(Peer peer, int runs)
    {
        var measured = Enumerable
            .Range(0, runs + WarmUps)
            .Select(_ => StartOnce(peer.File, peer.Arguments))
            .Skip(WarmUps)
            .ToList();
        return new PeerResult(
            peer.Name,
            new Sample(measured.Select(static start => start.Initialize)),
            new Sample(measured.Select(static start => start.List)),
            new Sample(measured.Select(static start => start.Resident)),
            peer.Bytes
        );
    }

    /// <summary>Starts a program once, up to its list of tools.</summary>
    public static PeerStart StartOnce(string file, params IReadOnlyList<string> arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var pipe = new ServerPipe(file, arguments);
        pipe.Write([.. Initialize, (byte)'\n']);
        pipe.ReadLine();
        var initialize = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var processor = pipe.ProcessorTime.TotalMilliseconds;
        pipe.Write([.. Initialized, (byte)'\n', .. List, (byte)'\n']);
        pipe.ReadLine();
        var list = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return new PeerStart(initialize, list, processor, ProcessMemory.Of(pipe.ProcessId).Resident);
    }

    /// <summary>From the end of the input to the end of the process, with calls in flight that ClickUp never completes, in ms.</summary>
    public static Sample RunExitWithHangingCalls(string binary, int runs)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var environment = new Dictionary<string, string?>
        {
            ["CLICKUP_API_KEY"] = "pk_1_BENCH",
            ["CLICKUP_API_BASE_URL"] = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}",
        };
        return new Sample(Enumerable.Range(0, runs + WarmUps).Select(_ => Exit()).Skip(WarmUps));

        double Exit()
        {
            using var pipe = new ServerPipe(binary, ["stdio"], environment);
            Handshake(pipe);
            pipe.Write([.. HangingCall, (byte)'\n']);
            using var accepted = silent.AcceptSocket();
            return Close(pipe);
        }
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

    private static StartRun Once(string binary, string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var pipe = new ServerPipe(binary, arguments);
        pipe.Write([.. Initialize, (byte)'\n']);
        pipe.ReadLine();
        var initialize = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        pipe.Write([.. Initialized, (byte)'\n', .. List, (byte)'\n']);
        var response = pipe.ReadLine();
        var list = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var bytes = response.Length;
        var tools = JsonElement.Parse(response).GetProperty("result").GetProperty("tools").GetArrayLength();
        var memory = ProcessMemory.Of(pipe.ProcessId);
        var split = MemorySplit.Of(pipe.ProcessId, binary);
        pipe.Write([.. Unoffered, (byte)'\n']);
        pipe.ReadLine();
        pipe.Write([.. Unknown, (byte)'\n']);
        pipe.ReadLine();

        return new StartRun(
            initialize,
            list,
            memory,
            ProcessMemory.Of(pipe.ProcessId),
            split,
            bytes,
            tools,
            Close(pipe)
        );
    }

    private static double Close(ServerPipe pipe)
    {
        var closing = Stopwatch.GetTimestamp();
        var exitCode = pipe.Close();
        return exitCode == 0
            ? Stopwatch.GetElapsedTime(closing).TotalMilliseconds
            : throw new InvalidOperationException($"The server ended with exit code {exitCode}.");
    }

    private static StartRun Middle(IEnumerable<StartRun> runs, Func<StartRun, long> key)
    {
        StartRun[] sorted = [.. runs.OrderBy(key)];
        return sorted[sorted.Length / 2];
    }
}
