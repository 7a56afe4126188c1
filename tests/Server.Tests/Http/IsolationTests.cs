using System.Text.Json;

namespace ClickUpMcp.Tests.Http;

/// <summary>The replay of CVE-2026-25536: many calls of two tenants at once, with the same ids.</summary>
public sealed class IsolationTests
{
    private const int Calls = 1000;

    private static readonly Dictionary<string, string> Owners = new() { ["pk_1_ANNA"] = "anna", ["pk_2_BEN"] = "ben" };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "T-01")]
    [Trait("Promise", "PA-03")]
    [Trait("Promise", "PA-04")]
    [Trait("Promise", "PA-05")]
    public async Task T_01_no_reply_reaches_the_other_tenant(bool isLegacy)
    {
        using var tokens = new TokenFile(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(Owners);
        await using HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.ApiBaseUrl = upstream.Address;
            options.UpstreamPerMinute = 0;
            options.MaxInFlight = 0;
            options.Http.TokensFile = tokens.Path;
        });
        (string, string)[] anna = await HeadersAsync(server, TokenFile.Anna, "pk_1_ANNA", isLegacy);
        (string, string)[] ben = await HeadersAsync(server, TokenFile.Ben, "pk_2_BEN", isLegacy);

        await Parallel.ForAsync(
            0,
            2 * Calls,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 200,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (i, _) =>
            {
                (string owner, string other, (string, string)[] headers) =
                    i % 2 == 0 ? ("anna", "ben", anna) : ("ben", "anna", ben);
                int id = i / 2;
                string text = await CallAsync(server, id, headers, isLegacy);
                text.ShouldContain($"Task 86abc{id:d4} of {owner}");
                text.ShouldNotContain(other);
            }
        );

        // Beside the tasks each tenant asks once who its user is, for the time zone: the caches are apart.
        foreach (string token in (string[])["pk_1_ANNA", "pk_2_BEN"])
        {
            string[] paths = [.. upstream.Seen.Where(r => r.Token == token).Select(r => r.Path)];
            paths.Count(path => path.StartsWith("/api/v2/task/", StringComparison.Ordinal)).ShouldBe(Calls);
            paths.Count(path => path == "/api/v2/user").ShouldBeInRange(0, 1);
        }
    }

    private static async Task<(string, string)[]> HeadersAsync(
        HttpServer server,
        string bearer,
        string key,
        bool isLegacy
    )
    {
        (string, string)[] headers = [TokenFile.Bearer(bearer), ("X-ClickUp-Key", key)];
        return isLegacy
            ? [.. headers, ("Mcp-Session-Id", await server.OpenSessionAsync(headers))]
            : [.. headers, .. HttpServer.ModernHeaders("tools/call", "get_task")];
    }

    private static async Task<string> CallAsync(HttpServer server, int id, (string, string)[] headers, bool isLegacy)
    {
        string parameters = $$"""
            "name":"get_task","arguments":{"task":"86abc{{id:d4}}"}
            """;
        string json = isLegacy
            ? $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{{{{parameters}}}}}"""
            : HttpServer.ModernJson("tools/call", parameters, $"{id}");
        using HttpResponseMessage reply = await server.PostAsync(json, headers);
        JsonElement message = await HttpServer.JsonAsync(reply);
        message.GetProperty("id").GetInt32().ShouldBe(id);
        return message.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;
    }
}
