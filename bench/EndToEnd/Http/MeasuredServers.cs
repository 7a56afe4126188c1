using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>Starts the servers that are compared.</summary>
internal static class MeasuredServers
{
    /// <summary>Ours over a sandbox of its own; the cost of the way through is measured, not the wait at its gates.</summary>
    public static Task<HttpServerProcess> StartOursAsync(
        string binary,
        SandboxProcess sandbox,
        CancellationToken cancellationToken,
        params IEnumerable<string> options
    ) =>
        HttpServerProcess.StartAsync(
            binary,
            // The audit is written as in real use, but not read by the one who measures.
            ["--audit", "/dev/null", .. options],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_BENCH",
                ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_MAX_IN_FLIGHT"] = "0",
            },
            cancellationToken
        );

    /// <summary>The official TypeScript SDK with one trivial tool.</summary>
    public static async Task<HttpServerProcess> StartSdkAsync(CancellationToken cancellationToken)
    {
        const string Script = "sdk-server.mjs";
        // Node looks for packages above the script's own folder.
        var folder = await NpmTools.EnsureAsync();
        File.Copy(Repository.At("bench", "EndToEnd", Script), Path.Combine(folder, Script), overwrite: true);
        return await HttpServerProcess.FromAsync(
            ChildProcess.Start(NpmTools.Node, [Script], null, folder),
            cancellationToken
        );
    }
}
