using System.Net;
using System.Text.Json;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Http;

/// <summary>What is refused leaves a line in a while, and a flood of it costs whoever sends it a connection each.</summary>
public sealed class RefusalTests
{
    [Fact]
    [Trait("Requirement", "L-01")]
    [Trait("Requirement", "R-01")]
    public async Task L_01_three_thousand_wrong_bearers_leave_one_line_and_are_slowed_down()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna));
        List<JsonElement> lines = await AuditOfAsync(
            tokens,
            async server =>
            {
                List<HttpStatusCode> statuses = [];
                for (int i = 0; i < 3000; i++)
                {
                    using HttpResponseMessage reply = await server.CallAsync(
                        "echo",
                        "{}",
                        TokenFile.Bearer($"wrong-token-{i:D10}")
                    );
                    statuses.Add(reply.StatusCode);
                    (reply.Headers.ConnectionClose == true).ShouldBe(i >= 1000);
                }

                statuses.Count(static status => status == HttpStatusCode.Unauthorized).ShouldBe(1000);
                statuses.Count(static status => status == HttpStatusCode.TooManyRequests).ShouldBe(2000);
                using HttpResponseMessage right = await server.CallAsync(
                    "echo",
                    "{}",
                    TokenFile.Bearer(TokenFile.Anna)
                );
                right.StatusCode.ShouldBe(HttpStatusCode.OK, "the right token is let in from the same address");
            }
        );
        JsonElement line = lines.Single(static line => line.TryGetProperty("count", out _));
        line.GetProperty("address").GetString().ShouldBe("127.0.0.1");
        line.GetProperty("error").GetString().ShouldBe("http_401");
        line.GetProperty("count").GetInt64().ShouldBe(3000);
        line.TryGetProperty("principal", out _).ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_unknown_methods_and_refused_calls_are_counted_by_principal_and_reason()
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        List<JsonElement> lines = await AuditOfAsync(
            tokens,
            async server =>
            {
                (string, string) anna = TokenFile.Bearer(TokenFile.Anna);
                (string, string) ben = TokenFile.Bearer(TokenFile.Ben);
                for (int i = 0; i < 30; i++)
                {
                    (await server.ModernAsync("tools/invented", headers: anna)).Dispose();
                    (
                        await server.ModernAsync("tools/invented", headers: [ben, ("Origin", "https://evil.example")])
                    ).Dispose();
                    (await server.ModernAsync("tools/invented", headers: ben)).Dispose();
                }
            }
        );
        lines
            .Select(static line => $"{line.GetProperty("error").GetString()} {line.GetProperty("count").GetInt64()}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(["http_403 30", "rpc_-32601 30", "rpc_-32601 30"]);
        lines.Count(static line => line.TryGetProperty("principal", out _)).ShouldBe(2);
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_a_flood_of_refused_calls_leaves_the_first_and_a_count()
    {
        string file = Path.GetTempFileName();
        await using (
            HttpServer server = await HttpServer.StartAsync(options =>
            {
                options.Audit = file;
                options.CallsPerMinute = 1;
            })
        )
        {
            for (int i = 0; i < 101; i++)
            {
                (await server.CallAsync("get_current_user")).Dispose();
            }
        }

        JsonElement[] lines = [.. File.ReadAllLines(file).Select(static line => JsonElement.Parse(line))];
        File.Delete(file);
        lines.Select(static line => line.GetProperty("outcome").GetString()).ShouldBe(["ok", "refused", "refused"]);
        lines[1].GetProperty("tool").GetString().ShouldBe("get_current_user");
        (lines[2].GetProperty("error").GetString(), lines[2].GetProperty("count").GetInt64()).ShouldBe(("calls", 99));
    }

    [Fact]
    public void Whoever_comes_from_ever_new_addresses_shares_a_count()
    {
        var time = new ManualTimeProvider();
        RefusalTally tally = new(time);
        for (int i = 0; i < 5000; i++)
        {
            tally.Count(new RefusalKey(default, $"{i}", "http_401"));
        }

        time.Advance(TimeSpan.FromSeconds(7));
        IReadOnlyList<RefusalRecord> taken = tally.Take();
        taken.Count.ShouldBeLessThanOrEqualTo(1025);
        taken.Sum(static record => record.Count).ShouldBe(5000);
        taken.ShouldAllBe(static record => record.Over == TimeSpan.FromSeconds(7));
        tally.Take().ShouldBeEmpty();
    }

    private static async Task<List<JsonElement>> AuditOfAsync(TokenFile tokens, Func<HttpServer, Task> act)
    {
        string file = Path.GetTempFileName();
        var time = new ManualTimeProvider();
        await using (
            HttpServer server = await HttpServer.StartAsync(
                new FakeGateway(),
                options =>
                {
                    options.Audit = file;
                    options.Http.TokensFile = tokens.Path;
                    options.Http.MaxRefusals = 1000;
                },
                time
            )
        )
        {
            await act(server);
            time.Advance(TimeSpan.FromSeconds(10));
            await server.Host.FlushAuditAsync();
        }

        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        return
        [
            .. lines
                .Select(static line => JsonElement.Parse(line))
                .Where(static line => line.GetProperty("outcome").GetString() == "refused"),
        ];
    }
}
