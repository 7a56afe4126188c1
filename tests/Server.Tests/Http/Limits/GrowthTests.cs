using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.Tests.Http.Limits;

/// <summary>What a request makes the server do is in proportion to its size, whatever is large in it: counted in bytes that are allocated.</summary>
/// <remarks>Processor time is no matter of tests; <c>bench growth</c> measures it.</remarks>
[Collection(AloneCollection.Name)]
[Trait("Requirement", "R-01")]
public sealed class GrowthTests(ITestOutputHelper output)
{
    // What four times the size costs more may be eight times what it cost before: buffers grow by doubling. Squares cost sixteen.
    private const int MostGrowth = 8;

    // Only the largest body is more than a pool lends: an array that grew by doubling.
    private const int MostOfBody = 2;

    // Timers, pools and the collector of other tests' remains.
    private const long Noise = 512 * 1024;

    public static TheoryData<string> Kinds => [.. SizedRequest.All.Select(static kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task R_01_work_grows_at_most_with_the_size(string name)
    {
        SizedRequest kind = SizedRequest.All.Single(kind => kind.Name == name);
        await using HttpServer server = await HttpServer.StartAsync(options => options.CallsPerMinute = 0);
        byte[][] requests = [.. SizedRequest.Factors.Select(factor => kind.Make(server.Address, kind.Size * factor))];
        long[] costs = new long[requests.Length];
        for (int i = 0; i < costs.Length; i++)
        {
            costs[i] = await CostAsync(server, requests[i]);
        }

        output.WriteLine($"{name}: {string.Join(", ", costs)} bytes");
        (costs[2] - costs[1]).ShouldBeLessThanOrEqualTo(
            (MostGrowth * Math.Max(0, costs[1] - costs[0])) + (MostOfBody * requests[2].Length) + Noise
        );
    }

    /// <summary>The least of some times, since others allocate too.</summary>
    private static async Task<long> CostAsync(HttpServer server, byte[] request)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 4; i++)
        {
            long before = GC.GetTotalAllocatedBytes();
            using HttpConnection connection = await HttpConnection.OpenAsync(
                server.Address,
                TestContext.Current.CancellationToken
            );
            HttpReply reply = await connection.ExchangeAsync(request, TestContext.Current.CancellationToken);
            reply.Status.ShouldNotBe(500);
            least = Math.Min(least, GC.GetTotalAllocatedBytes() - before);
        }

        return least;
    }
}
