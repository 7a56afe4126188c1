using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Calls through whole servers against the sandbox in another process.</summary>
internal static class CallBenchmark
{
    private const int AtOnce = 32;
    private const int Blocks = 20;

    /// <summary>Measures the same calls of several servers, a block of each in turns; a list of results for each.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<CallResult>>> RunAsync(
        IReadOnlyList<string> binaries,
        int calls,
        CancellationToken cancellationToken
    )
    {
        // One sandbox for all, so that they differ in nothing else.
        await using var sandbox = await SandboxProcess.StartAsync(binaries[^1], ["--rate", "0"], cancellationToken);
        var environment = new Dictionary<string, string?>
        {
            ["CLICKUP_API_KEY"] = "pk_1_BENCH",
            ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
            // The cost of the way through is measured, not the wait at its gates.
            ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
            ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
            ["CLICKUP_MCP_MAX_IN_FLIGHT"] = "0",
        };
        (string What, string Call)[] kinds =
        [
            ("get_task", $$"""{"name":"get_task","arguments":{{FirstExample("tasks", "get_task")}}}"""),
            ("100 tasks", """{"name":"get_workspace_tasks","arguments":{"include_closed":true,"limit":100}}"""),
            ("find_tools", """{"name":"find_tools","arguments":{"query":"log time on a task"}}"""),
        ];

        List<CallResult>[] results = [.. binaries.Select(static _ => new List<CallResult>())];
        foreach (var (what, call) in kinds)
        {
            foreach (var atOnce in (int[])[1, AtOnce])
            {
                List<ServerPipe> pipes = [.. binaries.Select(binary => new ServerPipe(binary, ["stdio"], environment))];
                List<CallBlock>[] blocks = [.. pipes.Select(static _ => new List<CallBlock>())];
                foreach (var pipe in pipes)
                {
                    StartBenchmark.Handshake(pipe);
                    Run(pipe, call, calls / 10, atOnce);
                }

                Turns.Take(
                    Blocks,
                    [
                        .. pipes.Select(
                            (pipe, i) => (Action)(() => blocks[i].Add(Run(pipe, call, calls / Blocks, atOnce)))
                        ),
                    ]
                );
                for (var i = 0; i < pipes.Count; i++)
                {
                    results[i].Add(new CallResult(what, atOnce, blocks[i], ProcessMemory.Of(pipes[i].ProcessId)));
                    pipes[i].Close();
                    pipes[i].Dispose();
                }
            }
        }

        return results;
    }

    /// <summary>Keeps a number of calls in flight from one thread: each response read sends the next call.</summary>
    private static CallBlock Run(ServerPipe pipe, string call, int calls, int atOnce)
    {
        var sent = new long[calls];
        var latencies = new double[calls];
        var next = 0;
        var bytes = 0;
        var processor = pipe.ProcessorTime;
        var started = Stopwatch.GetTimestamp();
        while (next < Math.Min(atOnce, calls))
        {
            Send();
        }

        for (var done = 0; done < calls; done++)
        {
            var response = pipe.ReadLine();
            var id = ResponseId(response);
            latencies[id] = Stopwatch.GetElapsedTime(sent[id]).TotalMilliseconds;
            bytes = response.Length;
            if (next < calls)
            {
                Send();
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return new CallBlock(latencies, elapsed, pipe.ProcessorTime - processor, bytes);

        void Send()
        {
            var line = Encoding.UTF8.GetBytes(
                $$"""{"jsonrpc":"2.0","id":{{next}},"method":"tools/call","params":{{call}}}""" + "\n"
            );
            sent[next++] = Stopwatch.GetTimestamp();
            pipe.Write(line);
        }
    }

    private static int ResponseId(ReadOnlySpan<byte> response)
    {
        if (response.IndexOf("\"isError\":true"u8) >= 0 || response.IndexOf("\"result\""u8) < 0)
        {
            throw new InvalidOperationException($"A call failed: {Encoding.UTF8.GetString(response)}");
        }

        var reader = new Utf8JsonReader(response);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var isId = reader.ValueTextEquals("id"u8);
            reader.Read();
            if (isId)
            {
                return reader.GetInt32();
            }

            reader.Skip();
        }

        throw new InvalidOperationException("A response has no id.");
    }

    /// <summary>The arguments of a tool's first example, on one line.</summary>
    private static string FirstExample(string file, string tool) =>
        JsonNode.Parse(File.ReadAllBytes(Repository.At("spec", "tools", $"{file}.json")))!["tools"]!
            .AsArray()
            .First(entry => (string?)entry!["name"] == tool)!["examples"]![0]!["arguments"]!.ToJsonString();
}
