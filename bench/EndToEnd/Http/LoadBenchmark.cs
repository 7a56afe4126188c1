using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>Requests of both protocol eras at several numbers of connections, and the TypeScript SDK beside it.</summary>
internal static class LoadBenchmark
{
    public const string Modern = "2026-07-28, stateless";
    public const string Legacy = "2025-11-25, a session each";

    private static readonly int[] Connections = [1, 32, 256];

    public static async Task<IReadOnlyList<LoadRow>> RunAsync(
        string binary,
        SandboxProcess sandbox,
        CancellationToken cancellationToken
    )
    {
        List<LoadRow> rows = [];
        foreach (var call in (McpCall[])[McpCall.List, McpCall.GetTask])
        {
            foreach (var connections in Connections)
            {
                rows.Add(new LoadRow(Name(call), Modern, await StatelessAsync(call, connections)));
            }

            foreach (var connections in Connections)
            {
                rows.Add(new LoadRow(Name(call), Legacy, await InSessionsAsync(call, connections)));
            }
        }

        return rows;

        Task<LoadResult> StatelessAsync(McpCall call, int connections) =>
            OursAsync(binary, sandbox, call, connections, [], cancellationToken);

        async Task<LoadResult> InSessionsAsync(McpCall call, int connections)
        {
            await using var server = await MeasuredServers.StartOursAsync(
                binary,
                sandbox,
                cancellationToken,
                "--max-sessions-per-principal",
                "1000"
            );
            var initialize = McpRequest.Initialize(server.Address);
            return await Load.RunAsync(
                server,
                connections,
                async connection =>
                {
                    await connection.ExchangeAsync(initialize, cancellationToken);
                    return McpRequest.InSession(server.Address, call, connection.Header("Mcp-Session-Id"));
                },
                cancellationToken
            );
        }
    }

    /// <summary>The SDK's server, and ours in the same minute.</summary>
    /// <param name="binary">Ours.</param>
    /// <param name="sandbox">What ours asks.</param>
    /// <param name="measured">What was measured of ours already.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<SideBySide>> CompareAsync(
        string binary,
        SandboxProcess sandbox,
        IReadOnlyList<LoadRow> measured,
        CancellationToken cancellationToken
    )
    {
        var findTools = McpCall.Tool("find_tools", """{"query":"merge two tasks","limit":1}""");
        List<SideBySide> rows = [];
        foreach (var connections in Connections)
        {
            var list = await SdkAsync(McpCall.List, connections, cancellationToken);
            var one = await OursAsync(
                binary,
                sandbox,
                McpCall.List,
                connections,
                ["X-Enabled-Tools: get_task\r\n"],
                cancellationToken
            );
            rows.Add(new SideBySide("tools/list, one tool each", one, list));
            rows.Add(new SideBySide("tools/list, all of ours against one", Measured(McpCall.List), list));

            var echo = await SdkAsync(McpCall.Tool("echo", """{"text":"hello"}"""), connections, cancellationToken);
            var find = await OursAsync(binary, sandbox, findTools, connections, [], cancellationToken);
            rows.Add(new SideBySide("find_tools, which asks nobody, against echo", find, echo));
            rows.Add(new SideBySide("get_task, which asks ClickUp, against echo", Measured(McpCall.GetTask), echo));

            LoadResult Measured(McpCall call) =>
                measured
                    .First(row => row.What == Name(call) && row.Era == Modern && row.Result.Connections == connections)
                    .Result;
        }

        return [.. rows.OrderBy(row => row.What, StringComparer.Ordinal)];
    }

    private static async Task<LoadResult> OursAsync(
        string binary,
        SandboxProcess sandbox,
        McpCall call,
        int connections,
        string[] headers,
        CancellationToken cancellationToken
    )
    {
        await using var server = await MeasuredServers.StartOursAsync(binary, sandbox, cancellationToken);
        var request = McpRequest.Stateless(server.Address, call, headers);
        return await Load.RunAsync(server, connections, _ => Task.FromResult(request), cancellationToken);
    }

    private static async Task<LoadResult> SdkAsync(McpCall call, int connections, CancellationToken cancellationToken)
    {
        await using var server = await MeasuredServers.StartSdkAsync(cancellationToken);
        var request = McpRequest.InSession(server.Address, call, null);
        return await Load.RunAsync(server, connections, _ => Task.FromResult(request), cancellationToken);
    }

    private static string Name(McpCall call) => call.Name ?? call.Method;
}
