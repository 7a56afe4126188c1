using System.Net;
using System.Text.Json;

namespace ClickUpMcp.Tests.Http;

/// <summary>Over the real host: a stolen token of a bound grant gets nothing elsewhere, and the audit tells of it.</summary>
public sealed class BoundTokenTests
{
    private static readonly (string, string)[] Own =
    [
        ("User-Agent", "own-client/1.0"),
        ("X-Device-Id", "the-device-of-anna"),
        ("X-Forwarded-For", "203.0.113.66, 198.51.100.7, 127.0.0.3"),
    ];

    [Theory]
    [InlineData("User-Agent", "curl/8.0", "foreign_client")]
    [InlineData("X-Device-Id", "the-device-of-a-thief", "foreign_device")]
    [InlineData("X-Device-Id", "short", "foreign_device")]
    [InlineData("X-Forwarded-For", "198.51.100.7, 203.0.113.66", "foreign_network")]
    [Trait("Requirement", "A-01")]
    [Trait("Promise", "PB-04")]
    [Trait("Promise", "PB-08")]
    public async Task A_stolen_token_gets_nothing_elsewhere_and_the_audit_tells_of_it(
        string header,
        string value,
        string reason
    )
    {
        string file = Path.GetTempFileName();
        (string, string)[] thief = [.. Own.Where(own => own.Item1 != header), (header, value)];
        await using (
            Guest guest = await Guest.StartAsync(options =>
            {
                options.Http.SignIn.BindTokensTo = ["client", "device", "network"];
                options.Http.TrustedProxies = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];
                options.Audit = file;
            })
        )
        {
            guest.ClientHeaders = Own;
            (string client, JsonElement tokens) = await guest.ConnectAsync("http://localhost:3000/mcp");
            (string, string) bearer = ("Authorization", $"Bearer {tokens.GetProperty("access_token").GetString()}");
            using HttpResponseMessage own = await guest.Server.CallAsync("get_current_user", "{}", [bearer, .. Own]);
            own.StatusCode.ShouldBe(HttpStatusCode.OK);

            using HttpResponseMessage stolen = await guest.Server.CallAsync(
                "get_current_user",
                "{}",
                [bearer, .. thief]
            );
            stolen.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            string challenge = stolen.Headers.WwwAuthenticate.ToString();
            challenge.ShouldContain("error=\"invalid_token\", error_description=\"This token is bound to ");
            challenge.ShouldContain("resource_metadata=");
            string body = await stolen.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            body.ShouldContain("This token is bound to ");
            (challenge + body).ShouldNotContain("own-client");

            string session = await guest.Server.OpenSessionAsync([bearer, .. Own]);
            using HttpResponseMessage within = await guest.Server.PostAsync(
                """{"jsonrpc":"2.0","id":2,"method":"ping"}""",
                [("Mcp-Session-Id", session), ("MCP-Protocol-Version", "2025-11-25"), bearer, .. thief]
            );
            within.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

            guest.ClientHeaders = thief;
            using HttpResponseMessage refreshed = await RefreshAsync(guest, client, tokens);
            string said = await refreshed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            refreshed.StatusCode.ShouldBe(HttpStatusCode.BadRequest, said);
            said.ShouldContain("invalid_grant");
            guest.ClientHeaders = Own;
            using HttpResponseMessage own2 = await RefreshAsync(guest, client, tokens);
            own2.StatusCode.ShouldBe(HttpStatusCode.OK);
            string renewed = (await HttpServer.JsonAsync(own2)).GetProperty("access_token").GetString()!;
            using HttpResponseMessage still = await guest.Server.CallAsync(
                "get_current_user",
                "{}",
                [("Authorization", $"Bearer {renewed}"), .. Own]
            );
            still.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        JsonElement[] lines =
        [
            .. (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
                .Select(static line => JsonElement.Parse(line))
                .Where(static line => line.GetProperty("outcome").GetString() == "refused"),
        ];
        File.Delete(file);
        lines.ShouldAllBe(line => line.GetProperty("error").GetString() == reason);
        lines.Sum(static line => line.GetProperty("count").GetInt64()).ShouldBe(3);
        lines.ShouldAllBe(static line => line.GetProperty("principal").GetString()!.Length > 0);
        lines.Select(static line => line.GetProperty("address").GetString()).Distinct().Count().ShouldBe(1);
    }

    private static Task<HttpResponseMessage> RefreshAsync(Guest guest, string client, JsonElement tokens) =>
        guest.SendAsync(
            HttpMethod.Post,
            "/token",
            ("grant_type", "refresh_token"),
            ("client_id", client),
            ("refresh_token", tokens.GetProperty("refresh_token").GetString()!)
        );
}
