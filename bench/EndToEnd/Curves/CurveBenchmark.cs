using System.Globalization;
using System.Runtime.InteropServices;
using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;
using ClickUpMcp.EndToEndBenchmark.Http;

namespace ClickUpMcp.EndToEndBenchmark.Curves;

/// <summary>What calls cost as the workspace or the number of clients grows, as tables and as a picture.</summary>
internal static class CurveBenchmark
{
    private const string OneTask = """{"task":"27075wz"}""";
    private const string Nothing = "No such thing anywhere";

    // The sandbox seeds 200 tasks for each step of its scale.
    private const int TasksOfScale = 200;

    private static readonly int[] Tasks = [200, 1_000, 10_000, 100_000];
    private static readonly int[] Lists = [10, 100, 1_000, 10_000];
    private static readonly int[] Connections = [1, 4, 16, 64, 256];

    public static async Task<int> RunAsync(string binary)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        var load = LoadAverage.Now();
        CurvePanel[] panels =
        [
            await TasksAsync(binary, deadline.Token),
            await ListsAsync(binary, deadline.Token),
            await ConnectionsAsync(binary, deadline.Token),
        ];
        const string Title = "What calls cost as tasks, lists and connections grow";
        await File.WriteAllTextAsync(
            Repository.At("bench", "results", "curves.svg"),
            CurvePicture.Draw(Title, panels),
            deadline.Token
        );
        var page = Page(Title, $"{load} at the start and {LoadAverage.Now()} at the end", panels);
        Console.WriteLine(page);
        await File.WriteAllTextAsync(
            Repository.At("bench", "results", "curves.md"),
            page.TrimEnd() + "\n",
            deadline.Token
        );
        return 0;
    }

    private static async Task<CurvePanel> TasksAsync(string binary, CancellationToken cancellationToken)
    {
        List<double> one = [];
        List<double> hundred = [];
        List<double> unknown = [];
        foreach (var tasks in Tasks)
        {
            await using var sandbox = await StartAsync(binary, tasks / TasksOfScale, cancellationToken);
            one.Add(Again(binary, sandbox, "get_task", OneTask));
            hundred.Add(Again(binary, sandbox, "get_workspace_tasks", """{"include_closed":true,"limit":100}"""));
            unknown.Add(First(binary, sandbox, "get_task", $$"""{"task":"{{Nothing}}"}"""));
        }

        return new CurvePanel(
            "tasks; CPU of a call, µs",
            Tasks,
            [
                new Curve("get_task", one),
                new Curve("100 tasks", hundred),
                new Curve("name that no task has, first", unknown),
            ]
        );
    }

    private static async Task<CurvePanel> ListsAsync(string binary, CancellationToken cancellationToken)
    {
        List<double> first = [];
        List<double> again = [];
        List<double> hit = [];
        List<double> miss = [];
        await using var sandbox = await StartAsync(binary, 1, cancellationToken);
        using var workspace = new LargeWorkspace(sandbox);
        foreach (var lists in Lists)
        {
            await workspace.GrowAsync(lists, cancellationToken);
            first.Add(First(binary, sandbox, "get_workspace", "{}"));
            again.Add(Again(binary, sandbox, "get_workspace", "{}"));
            hit.Add(Again(binary, sandbox, "list_tasks", $$"""{"list":"{{workspace.Last}}"}"""));
            miss.Add(Again(binary, sandbox, "list_tasks", $$"""{"list":"{{Nothing}}"}"""));
        }

        return new CurvePanel(
            "lists; CPU of a call, µs",
            Lists,
            [
                new Curve("get_workspace, first", first),
                new Curve("get_workspace, again", again),
                new Curve("list_tasks by name", hit),
                new Curve("name that no list has", miss),
            ]
        );
    }

    private static async Task<CurvePanel> ConnectionsAsync(string binary, CancellationToken cancellationToken)
    {
        await using var sandbox = await StartAsync(binary, 1, cancellationToken);
        List<LoadResult> results = [];
        foreach (var connections in Connections)
        {
            await using var server = await MeasuredServers.StartOursAsync(binary, sandbox, cancellationToken);
            var request = McpRequest.Stateless(server.Address, McpCall.GetTask, []);
            results.Add(await Load.RunAsync(server, connections, _ => Task.FromResult(request), cancellationToken));
        }

        return new CurvePanel(
            "connections; get_task over HTTP",
            Connections,
            [
                new Curve("calls/s", [.. results.Select(static result => result.RequestsPerSecond)]),
                new Curve("CPU of a call, µs", [.. results.Select(static result => result.ServerMilliseconds * 1000)]),
                new Curve("resident, MiB", [.. results.Select(static result => result.Memory.Resident / 1024.0)]),
            ]
        );
    }

    private static Task<SandboxProcess> StartAsync(string binary, int scale, CancellationToken cancellationToken) =>
        SandboxProcess.StartAsync(
            binary,
            ["--rate", "0", "--scale", scale.ToString(CultureInfo.InvariantCulture)],
            cancellationToken
        );

    private static double First(string binary, SandboxProcess sandbox, string tool, string arguments)
    {
        using var server = new CurveServer(binary, sandbox);
        // What the first call of a process costs is not the workspace's doing.
        server.Call("get_task", OneTask);
        return server.Call(tool, arguments);
    }

    private static double Again(string binary, SandboxProcess sandbox, string tool, string arguments)
    {
        using var server = new CurveServer(binary, sandbox);
        server.Call(tool, arguments);
        return server.Repeat(tool, arguments);
    }

    private static string Page(string title, string load, IReadOnlyList<CurvePanel> panels) =>
        $"""
            # {title}

            Written by `./build.sh bench curves`, which `./build.sh bench` ends with. {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, load average {load}.
            The server's processor time of a call over stdio by a clock of nanoseconds, the median of many where it is made again and again; *first* is one call of a
            process that has made another one before. The sandbox that plays ClickUp is a process of its own. A search by a task's name reads at
            most ten pages of 100 tasks, so it costs no more from there on. Over HTTP the client shares the cores with both.

            ![{title}](curves.svg)

            {string.Join('\n', panels.Select(static panel => panel.Table()))}
            """;
}
