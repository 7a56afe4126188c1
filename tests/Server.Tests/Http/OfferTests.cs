using System.Net;
using System.Text.Json;

namespace ClickUpMcp.Tests.Http;

/// <summary>Resources, completions and subscriptions over HTTP: each tenant has its own, and a stream brings what changed.</summary>
public sealed class OfferTests
{
    private const string Complete =
        "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"clickup://{workspace}\"},\"argument\":{\"name\":\"workspace\",\"value\":\"w\"}";

    [Fact]
    public async Task T_01_what_one_tenant_looked_up_is_nothing_to_another()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(
            new() { ["pk_1_ANNA"] = "anna", ["pk_2_BEN"] = "ben" }
        );
        upstream.Fault = (200, """{"teams":[{"id":"1","name":"Wonderland","members":[]}]}""");
        await using HttpServer server = await HttpServer.StartAsync(options => options.ApiBaseUrl = upstream.Address);
        foreach (string key in (string[])["pk_1_ANNA", "pk_1_ANNA", "pk_2_BEN", "pk_2_BEN"])
        {
            (await AskAsync(server, "completion/complete", Complete, key)).ShouldContain("Wonderland");
        }

        // What was looked up is kept, for each by itself.
        upstream.Seen.Select(static request => request.Token).ShouldBe(["pk_1_ANNA", "pk_2_BEN"]);
    }

    [Fact]
    public async Task A_modern_client_listens_until_it_hangs_up()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await using HttpServer server = await HttpServer.StartAsync(time: time);
        using HttpResponseMessage reply = await server.SendAsync(
            HttpMethod.Post,
            HttpServer.ModernJson(
                "subscriptions/listen",
                "\"notifications\":{\"resourceSubscriptions\":[\"clickup://Acme/task/27075wz\"]}"
            ),
            HttpServer.ModernHeaders("subscriptions/listen"),
            HttpCompletionOption.ResponseHeadersRead
        );
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var reader = new StreamReader(
            await reply.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        (await NextAsync(reader)).ShouldContain("notifications/subscriptions/acknowledged");
        using (await server.CallAsync("update_task", """{"task":"27075wz","name":"Renamed"}""")) { }

        time.Advance(TimeSpan.FromSeconds(60));
        (await NextAsync(reader)).ShouldContain("notifications/resources/updated");
    }

    private static async Task<string> AskAsync(HttpServer server, string method, string parameters, string key)
    {
        using HttpResponseMessage reply = await server.ModernAsync(method, parameters, null, ("X-ClickUp-Key", key));
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        JsonElement.Parse(text).TryGetProperty("result", out _).ShouldBeTrue(text);
        return text;
    }

    /// <summary>The next message of a stream of events.</summary>
    private static async Task<string> NextAsync(StreamReader reader)
    {
        while (
            await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(HttpServer.Patience)
                is { } line
        )
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && line.Length > "data: ".Length)
            {
                return line;
            }
        }

        return "(the stream has ended)";
    }
}
