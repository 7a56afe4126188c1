using System.Globalization;
using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>What sessions cost that were opened and are not used.</summary>
internal static class IdleBenchmark
{
    private const int Most = 10_000;

    // What the sessions of one principal have of their own may take 4 MiB: docs/decisions/0024-memory-bounds.md.
    private const int MostOfOneTenant = 1_000;

    private const int Connections = 16;
    private const int Lists = 3000;

    private static readonly int[] Sessions = [0, 1000, Most];

    public static async Task<IReadOnlyList<IdleResult>> RunAsync(
        string binary,
        SandboxProcess sandbox,
        CancellationToken cancellationToken
    )
    {
        List<IdleResult> results = [];
        foreach (var sessions in Sessions)
        {
            long? oneTenant = sessions <= MostOfOneTenant ? await MeasureAsync(sessions, false) : null;
            results.Add(new IdleResult(sessions, oneTenant, await MeasureAsync(sessions, true)));
        }

        return results;

        async Task<long> MeasureAsync(int sessions, bool isOwnTenant)
        {
            await using var server = await MeasuredServers.StartOursAsync(
                binary,
                sandbox,
                cancellationToken,
                "--max-sessions-per-principal",
                Most.ToString(CultureInfo.InvariantCulture)
            );
            var share = Most / Connections;
            await Task.WhenAll(
                Enumerable
                    .Range(0, Connections)
                    .Select(part => OpenAsync(server.Address, part * share, share, Most - sessions, isOwnTenant))
            );
            await CollectAsync(server.Address, isOwnTenant ? Key(Most - 1) : []);
            return ProcessMemory.Of(server.Process.Id).Resident;
        }

        // The same traffic for any number, so that it is only the sessions that differ: those not wanted end at once.
        async Task OpenAsync(Uri address, int first, int count, int unwanted, bool isOwnTenant)
        {
            using var connection = await HttpConnection.OpenAsync(address, cancellationToken);
            for (var i = first; i < first + count; i++)
            {
                var key = isOwnTenant ? Key(i) : [];
                await ExpectAsync(connection, McpRequest.Initialize(address, key), 200);
                if (i < unwanted)
                {
                    var session = connection.Header("Mcp-Session-Id");
                    await ExpectAsync(connection, McpRequest.About(address, "DELETE", session, key), 204);
                }
            }
        }

        // Garbage is collected as others allocate; one of the tenants, since there may be no room for another.
        async Task CollectAsync(Uri address, string[] key)
        {
            using var connection = await HttpConnection.OpenAsync(address, cancellationToken);
            var list = McpRequest.Stateless(address, McpCall.List, key);
            for (var i = 0; i < Lists; i++)
            {
                await ExpectAsync(connection, list, 200);
            }
        }

        static string[] Key(int i) => [$"X-ClickUp-Key: pk_{i}_BENCH\r\n"];

        async Task ExpectAsync(HttpConnection connection, byte[] request, int status)
        {
            var reply = await connection.ExchangeAsync(request, cancellationToken);
            if (reply.Status != status)
            {
                throw new InvalidOperationException($"Not {status}: {connection.Head}");
            }
        }
    }
}
