using ClickUpMcp.Authorization.Tests.Support;

namespace ClickUpMcp.Authorization.Tests.Clients;

/// <summary>Clients that register themselves (O-06), and how often strangers may ask (O-10).</summary>
public sealed class RegistrationTests
{
    private const string Redirects = """
        "redirect_uris":["https://client.example/callback"]
        """;

    [Theory]
    [InlineData("", "invalid_client_metadata")]
    [InlineData("[]", "invalid_client_metadata")]
    [InlineData("{}", "invalid_redirect_uri")]
    [InlineData("""{"redirect_uris":[]}""", "invalid_redirect_uri")]
    [InlineData("""{"redirect_uris":"https://client.example/callback"}""", "invalid_redirect_uri")]
    [InlineData("""{"redirect_uris":[1]}""", "invalid_redirect_uri")]
    [InlineData("""{"redirect_uris":["javascript:alert(1)"]}""", "invalid_redirect_uri")]
    [InlineData("""{"redirect_uris":["https://a.example","http://b.example"]}""", "invalid_redirect_uri")]
    [InlineData("{" + Redirects + "," + Redirects + "}", "invalid_client_metadata")]
    [InlineData("{" + Redirects + ""","token_endpoint_auth_method":"private_key_jwt"}""", "invalid_client_metadata")]
    [InlineData("{" + Redirects + ""","token_endpoint_auth_method":7}""", "invalid_client_metadata")]
    [InlineData("{" + Redirects + ""","grant_types":["implicit"]}""", "invalid_client_metadata")]
    [InlineData("{" + Redirects + ""","response_types":["token"]}""", "invalid_client_metadata")]
    [InlineData("{" + Redirects + ""","client_name":{"en":"x"}}""", "invalid_client_metadata")]
    [Trait("Requirement", "O-06")]
    public async Task What_cannot_be_is_refused(string json, string error)
    {
        await using Place place = new();
        Reply reply = await place.Open().PostJsonAsync("/register", json);
        reply.Status.ShouldBe(400, reply.Body);
        reply.Error.ShouldBe(error);
    }

    [Fact]
    [Trait("Requirement", "O-06")]
    public async Task Ids_and_secrets_are_ours_and_names_are_bounded()
    {
        await using Place place = new();
        Reply reply = await place
            .Open()
            .PostJsonAsync(
                "/register",
                "{" + Redirects + ""","client_id":"mine","client_secret":"mine","client_name":"N"}"""
            );
        reply.Status.ShouldBe(201, reply.Body);
        reply.Text("client_id").ShouldNotBe("mine");
        reply.Text("client_secret").ShouldNotBe("mine");
        reply.Text("token_endpoint_auth_method").ShouldBe("client_secret_basic");
        reply
            .Json.GetProperty("client_secret_expires_at")
            .GetInt64()
            .ShouldBe(place.Time.GetUtcNow().AddDays(90).ToUnixTimeSeconds());
        reply.Headers.CacheControl.ToString().ShouldBe("no-store");

        Reply longName = await place
            .Open()
            .PostJsonAsync("/register", "{" + Redirects + $$""","client_name":"{{new string('n', 5000)}}"}""");
        longName.Text("client_name").Length.ShouldBe(100);
        Reply large = await place
            .Open()
            .PostJsonAsync("/register", "{" + Redirects + $$""","client_name":"{{new string('n', 17000)}}"}""");
        large.Status.ShouldBe(400);
        (await place.Open().SendAsync("POST", "/register", "{" + Redirects + "}", "text/plain")).Status.ShouldBe(400);
    }

    [Fact]
    [Trait("Requirement", "O-06")]
    [Trait("Requirement", "PA-10")]
    public async Task A_registration_that_is_not_used_is_forgotten_and_one_that_is_used_is_not()
    {
        await using Place place = new();
        string unused = await place.RegisterAsync();
        string used = await place.RegisterAsync();
        place.Time.Advance(TimeSpan.FromDays(80));
        await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(used));
        place.Time.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        (await place.Open().GetAsync(Place.AuthorizeAddress(unused))).Status.ShouldBe(200);
        place.Time.Advance(TimeSpan.FromSeconds(1));
        (await place.Open().GetAsync(Place.AuthorizeAddress(unused))).Status.ShouldBe(400);
        (await place.Open().GetAsync(Place.AuthorizeAddress(used))).Status.ShouldBe(200);
    }

    [Fact]
    [Trait("Requirement", "O-06")]
    public async Task An_operator_can_turn_it_off()
    {
        await using Place place = new(options => options with { AllowsRegistration = false });
        (await place.Open().PostJsonAsync("/register", "{" + Redirects + "}")).Status.ShouldBe(403);
        (await place.Open().GetAsync("/.well-known/oauth-authorization-server")).Body.ShouldNotContain("registration");
    }

    [Theory]
    [InlineData("POST", "/register", 5)]
    [InlineData("GET", "/authorize", 20)]
    [InlineData("POST", "/token", 20)]
    [InlineData("POST", "/revoke", 20)]
    [InlineData("POST", "/authorize/consent", 20)]
    [InlineData("GET", "/authorize/callback", 20)]
    [Trait("Requirement", "O-10")]
    public async Task An_address_may_ask_so_often_and_others_are_not_held_up(string method, string path, int most)
    {
        await using Place place = new(options => options with { RequestsPerMinute = 20 });
        place.Time.Advance(TimeSpan.FromSeconds(10));
        WebBrowser flood = place.Open();
        for (int i = 0; i < most; i++)
        {
            (await flood.SendAsync(method, path, "", "application/x-www-form-urlencoded")).Status.ShouldNotBe(429);
        }

        Reply refused = await flood.SendAsync(method, path, "", "application/x-www-form-urlencoded");
        refused.Status.ShouldBe(429);
        refused.Headers.RetryAfter.ToString().ShouldBe("50");
        WebBrowser other = place.Open();
        other.Address = System.Net.IPAddress.Parse("198.51.100.8");
        (await other.SendAsync(method, path, "", "application/x-www-form-urlencoded")).Status.ShouldNotBe(429);
        place.Time.Advance(TimeSpan.FromSeconds(50));
        (await flood.SendAsync(method, path, "", "application/x-www-form-urlencoded")).Status.ShouldNotBe(429);
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/revoke")]
    [Trait("Requirement", "O-10")]
    public async Task All_token_requests_of_one_client_count_together_from_wherever_they_come(string path)
    {
        await using Place place = new(options => options with { RequestsPerMinute = 4 });
        string client = await place.RegisterAsync();
        WebBrowser browser = place.Open();
        for (int i = 0; i <= 41; i++)
        {
            browser.Address = System.Net.IPAddress.Parse($"203.0.113.{i}");
            string id = i <= 40 ? client : "another";
            Reply reply = await browser.PostAsync(
                path,
                [("grant_type", "refresh_token"), ("client_id", id), ("refresh_token", "x"), ("token", "x")]
            );
            (reply.Error == "temporarily_unavailable").ShouldBe(i == 40, reply.Body);
        }
    }

    [Fact]
    [Trait("Requirement", "O-10")]
    public async Task All_addresses_of_one_network_of_version_6_count_together_and_so_do_all_requests_of_one_client()
    {
        await using Place place = new(options => options with { RequestsPerMinute = 4 });
        WebBrowser browser = place.Open();
        for (int i = 0; i < 5; i++)
        {
            browser.Address = System.Net.IPAddress.Parse($"2001:db8:1:2::{i}");
            Reply reply = await browser.PostAsync("/token", []);
            reply.Status.ShouldBe(i < 4 ? 400 : 429);
        }

        string client = await place.RegisterAsync();
        for (int i = 0; i <= 40; i++)
        {
            browser.Address = System.Net.IPAddress.Parse($"203.0.113.{i}");
            Reply reply = await browser.GetAsync(Place.AuthorizeAddress(client));
            reply.Status.ShouldBe(i < 40 ? 200 : 302);
            if (i == 40)
            {
                reply.Parameter("error").ShouldBe("temporarily_unavailable");
            }
        }
    }
}
