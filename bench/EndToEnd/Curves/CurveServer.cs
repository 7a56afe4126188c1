using System.Diagnostics;
using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark.Curves;

/// <summary>A server over stdio of which the processor time of single calls is read.</summary>
internal sealed class CurveServer : IDisposable
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly ServerPipe _pipe;

    public CurveServer(string binary, SandboxProcess sandbox)
    {
        _pipe = new ServerPipe(
            binary,
            ["stdio"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_BENCH",
                ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
                ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "0",
            }
        );
        StartBenchmark.Handshake(_pipe);
    }

    /// <summary>Makes a call; what it cost in µs.</summary>
    public double Call(string tool, string arguments)
    {
        var before = _pipe.ProcessorTime;
        _pipe.Write(
            Encoding.UTF8.GetBytes(
                $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}"""
                    + "\n"
            )
        );
        _pipe.ReadLine();
        return (_pipe.ProcessorTime - before).TotalMicroseconds;
    }

    /// <summary>Makes a call again and again; what it cost in the median, in µs.</summary>
    public double Repeat(string tool, string arguments)
    {
        List<double> costs = [];
        var watch = Stopwatch.StartNew();
        while (costs.Count < 3 || (watch.Elapsed < Longest && costs.Sum() < Enough.TotalMicroseconds))
        {
            costs.Add(Call(tool, arguments));
        }

        return new Sample(costs).Median;
    }

    public void Dispose()
    {
        _pipe.Close();
        _pipe.Dispose();
    }
}
