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

    /// <summary>How many methods of a start may lie elsewhere: each brings up to 64 KiB of other code into memory.</summary>
    private const int MostApart = 8;

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

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
        IReadOnlyList<TracedMethod> traced =
        [
            .. await TraceAsync(binary, symbols, isConfigured: false),
            .. await TraceAsync(binary, symbols, isConfigured: true),
            .. await TraceAsync(binary, symbols, isConfigured: true, Calls),
        ];

        // An entry for native code keeps its plain name, and the compiler puts it elsewhere.
        string[] order =
        [
            .. traced
                .Select(method => method.Name)
                .Where(name => name.IndexOf("__", StringComparison.Ordinal) > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        await File.WriteAllLinesAsync(Repository.At(Target), order);
        Console.WriteLine($"{Target}: {order.Length} methods.");
        await StartPages.RecordAsync();
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
        var symbols = await ManagedSymbols.ReadAsync(NativeProgram.Server);
        var placed = symbols.Methods.Where(method => recorded.Contains(method.Name)).ToList();
        var bytes = placed.Aggregate(0UL, (sum, method) => sum + method.Length);
        var first = placed.Count == 0 ? 0 : placed[0].Start;
        var range = placed.Count == 0 ? 0 : placed[^1].Start + placed[^1].Length - first;
        List<string> apart = [];
        if (EntryTracer.IsSupported)
        {
            var binary = await NativePublisher.PublishAsync(NativeProgram.Server);
            await StartPages.CheckAsync(binary);
            var entered = await TraceAsync(binary, symbols, isConfigured: false);
            PublishBudgets.Check(PublishBudgets.Methods, entered.Count);
            apart.AddRange(
                entered
                    .Where(method => method.Address < first || method.Address - first >= range)
                    .Select(method => method.Name)
            );
        }

        Console.WriteLine(
            $"{Target}: {placed.Count} of {recorded.Count} methods, {bytes / 1024} KiB within {range / 1024} KiB; "
                + $"a start enters {apart.Count} elsewhere."
        );
        if (placed.Count < LeastKnown * recorded.Count || range > MostSpread * bytes || apart.Count > MostApart)
        {
            throw new BuildFailedException(
                "The methods of a start do not lie side by side in the server. Record them again: ./build.sh order\n"
                    + string.Join('\n', apart)
            );
        }
    }

    private static async Task<IReadOnlyList<TracedMethod>> TraceAsync(
        string binary,
        ManagedSymbols symbols,
        bool isConfigured,
        (string Tool, JsonObject Arguments)[]? calls = null
    )
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var tracer = await EntryTracer.CreateAsync(symbols);
        await using var sandbox = await SandboxProcess.StartAsync(binary, ["--rate", "0"], deadline.Token);
        await using var client = StdioClient.Start(
            binary,
            ["stdio"],
            new Dictionary<string, string?>(tracer.Environment)
            {
                ["CLICKUP_API_KEY"] = isConfigured ? "pk_1_ORDER" : null,
                ["CLICKUP_API_BASE_URL"] = isConfigured ? sandbox.Address.ToString() : null,
            }
        );
        await ClientStart.ListAsync(client, deadline.Token);
        if (calls is not null)
        {
            await ClientStart.LookAroundAsync(client, deadline.Token);
        }

        foreach (var (tool, arguments) in calls ?? [])
        {
            var reply = await client.CallAsync(tool, arguments, deadline.Token);
            if (reply.IsError)
            {
                throw new BuildFailedException($"{tool} failed: {reply.Text}");
            }
        }

        await client.CloseAsync(deadline.Token);
        return await tracer.ReadAsync();
    }
}
