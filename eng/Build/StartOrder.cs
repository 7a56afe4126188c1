using System.Globalization;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Records the methods that a start and the usual calls run, for the compiler to place side by side.</summary>
/// <remarks>Why, and when to record again: docs/decisions/0012-start-order.md.</remarks>
internal static class StartOrder
{
    private const string Target = "eng/start-order.txt";

    /// <summary>Every change of the code renames some methods; when this part of them is gone, it is time to record again.</summary>
    private const double LeastKnown = 0.8;

    /// <summary>How much longer than its methods the range that holds them may be: they are aligned.</summary>
    private const double MostSpread = 1.1;

    /// <summary>Valgrind runs the program some fifty times slower.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    private static readonly (string Tool, JsonObject Arguments)[] Calls =
    [
        ("get_workspace_hierarchy", []),
        ("get_task", new JsonObject { ["task"] = "DEV-1" }),
        ("get_workspace_tasks", new JsonObject { ["limit"] = 5 }),
        (
            "create_task",
            new JsonObject
            {
                ["name"] = "Order",
                ["list"] = "Product Backlog",
                ["due"] = "tomorrow 17:00",
            }
        ),
        ("find_tools", new JsonObject { ["query"] = "time entries" }),
    ];

    public static async Task<int> RecordAsync()
    {
        Prerequisites.ForTracing();
        var binary = await NativePublisher.PublishAsync(NativeProgram.Server);
        var symbols = await ManagedSymbols.ReadAsync(NativeProgram.Server);
        var trace = Path.Combine(Repository.Artifacts, "start-order.trace");
        await TraceAsync(binary, trace);

        List<string> order = [];
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in Instructions(trace))
        {
            // An entry for native code keeps its plain name, and the compiler puts it elsewhere.
            if (
                symbols.Containing(address) is { } name
                && name.Contains("__", StringComparison.Ordinal)
                && known.Add(name)
            )
            {
                order.Add(name);
            }
        }

        File.Delete(trace);
        await File.WriteAllLinesAsync(Repository.At(Target), order);
        Console.WriteLine($"{Target}: {order.Count} methods.");
        return 0;
    }

    /// <summary>Fails when the published server does not have the recorded methods side by side.</summary>
    public static async Task CheckAsync()
    {
        if (!OperatingSystem.IsLinux() || await NativePublisher.FrameworkAsync() == "net9.0")
        {
            Console.WriteLine($"{Target} is not looked at: this compiler does not order methods.");
            return;
        }

        var recorded = (await File.ReadAllLinesAsync(Repository.At(Target))).ToHashSet(StringComparer.Ordinal);
        var placed = (await ManagedSymbols.ReadAsync(NativeProgram.Server))
            .Methods.Where(method => recorded.Contains(method.Name))
            .ToList();
        var bytes = placed.Aggregate(0UL, (sum, method) => sum + method.Length);
        var range = placed.Count == 0 ? 0 : placed[^1].Start + placed[^1].Length - placed[0].Start;
        Console.WriteLine(
            $"{Target}: {placed.Count} of {recorded.Count} methods, {bytes / 1024} KiB within {range / 1024} KiB."
        );
        if (placed.Count < LeastKnown * recorded.Count || range > MostSpread * bytes)
        {
            throw new BuildFailedException(
                $"The methods of a start do not lie side by side in the server. Record them again: ./build.sh order"
            );
        }
    }

    private static async Task TraceAsync(string binary, string trace)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await using var sandbox = await SandboxProcess.StartAsync(binary, ["--rate", "0"], deadline.Token);
        await using var client = StdioClient.Start(
            "valgrind",
            ["--tool=lackey", "--trace-mem=yes", "--fair-sched=yes", $"--log-file={trace}", binary, "stdio"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_ORDER",
                ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
                // Valgrind cannot reserve the 256 GiB of addresses that the collector asks for.
                ["DOTNET_GCHeapHardLimit"] = "0x8000000",
            }
        );
        await client.InitializeAsync(deadline.Token);
        await client.RequestAsync("tools/list", null, deadline.Token);
        foreach (var (tool, arguments) in Calls)
        {
            var reply = await client.CallAsync(tool, arguments, deadline.Token);
            if (reply.IsError)
            {
                throw new BuildFailedException($"{tool} failed: {reply.Text}");
            }
        }

        await client.CloseAsync(deadline.Token);
    }

    /// <summary>The addresses of the instructions that were run, as lackey prints them: <c>I  00404d90,3</c>.</summary>
    private static IEnumerable<ulong> Instructions(string trace)
    {
        foreach (var line in File.ReadLines(trace).Where(line => line.StartsWith("I ", StringComparison.Ordinal)))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            if (
                comma > 3
                && ulong.TryParse(
                    line.AsSpan(3, comma - 3),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture,
                    out var address
                )
            )
            {
                yield return address;
            }
        }
    }
}
