using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Large jobs, each by a server of its own over stdio: how long they take and how much memory the server has at most.</summary>
internal static class JobBenchmark
{
    private const int FileMegabytes = 200;
    private const int Tasks = 5_000;
    private const int TasksOfScale = 200;
    private const int Items = 500;

    public static async Task<IReadOnlyList<JobResult>> RunAsync(string binary, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("clickup-mcp-bench-").FullName;
        try
        {
            var file = Path.Combine(folder, "recording.mp4");
            await WriteAsync(file, cancellationToken);
            await using var sandbox = await SandboxProcess.StartAsync(
                binary,
                ["--rate", "0", "--scale", $"{Tasks / TasksOfScale}"],
                cancellationToken
            );
            return
            [
                Run($"a file of {FileMegabytes} MB onto a task", binary, sandbox, folder, pipe => Upload(pipe, file)),
                Run($"a search through {Tasks} tasks", binary, sandbox, folder, Search),
                Run($"{Items} tasks made in one call", binary, sandbox, folder, Create),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static JobResult Run(
        string what,
        string binary,
        SandboxProcess sandbox,
        string folder,
        Action<ServerPipe> job
    )
    {
        using var pipe = new ServerPipe(
            binary,
            ["stdio", "--persona", "all", "--files-roots", folder],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_BENCH",
                ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
            }
        );
        StartBenchmark.Handshake(pipe);
        var started = Stopwatch.GetTimestamp();
        job(pipe);
        return new JobResult(what, Stopwatch.GetElapsedTime(started).TotalSeconds, ProcessMemory.Of(pipe.ProcessId));
    }

    private static void Upload(ServerPipe pipe, string file) =>
        Call(pipe, "upload_attachment", new JsonObject { ["task"] = "27075wz", ["file_path"] = file });

    /// <summary>Looks for a word that no task has, so that all are looked through.</summary>
    private static void Search(ServerPipe pipe)
    {
        string? cursor = null;
        var looked = 0;
        do
        {
            var result = Call(
                pipe,
                "search_tasks",
                new JsonObject
                {
                    ["query"] = "quetzalcoatl",
                    ["include_closed"] = true,
                    ["cursor"] = cursor,
                }
            );
            cursor = CursorOf(result);
            looked++;
        } while (cursor is not null);

        if (looked < Tasks / 1_000)
        {
            throw new InvalidOperationException($"The search ended after {looked} calls.");
        }
    }

    private static void Create(ServerPipe pipe)
    {
        var tasks = new JsonArray([
            .. Enumerable.Range(1, Items).Select(static i => new JsonObject { ["name"] = $"Task {i} of a bulk call" }),
        ]);
        Call(
            pipe,
            "create_task",
            new JsonObject
            {
                ["defaults"] = new JsonObject { ["list"] = "90152000002", ["priority"] = "high" },
                ["tasks"] = tasks,
            }
        );
    }

    private static string? CursorOf(string text)
    {
        const string Before = "cursor=";
        var at = text.IndexOf(Before, StringComparison.Ordinal);
        return at < 0 ? null : text[(at + Before.Length)..].Split([' ', '\n', ')'], 2)[0];
    }

    /// <summary>Calls a tool that must not fail, and gives the text of its result.</summary>
    private static string Call(ServerPipe pipe, string tool, JsonObject arguments)
    {
        var call = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = "tools/call",
            ["params"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments },
        };
        pipe.Write(Encoding.UTF8.GetBytes(call.ToJsonString() + "\n"));
        var result = JsonNode.Parse(pipe.ReadLine())?["result"];
        var text = (string?)result?["content"]?[0]?["text"];
        return text is not null && (bool?)result!["isError"] is not true
            ? text
            : throw new InvalidOperationException($"{tool} failed: {text}");
    }

    private static async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        var megabyte = new byte[1_000_000];
        new Random(FileMegabytes).NextBytes(megabyte);
        await using var stream = File.Create(file);
        for (var i = 0; i < FileMegabytes; i++)
        {
            await stream.WriteAsync(megabyte, cancellationToken);
        }
    }
}
