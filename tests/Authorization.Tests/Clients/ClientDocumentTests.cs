using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Outside;

namespace ClickUpMcp.Authorization.Tests.Clients;

/// <summary>Clients whose id is the address of their metadata, and what must never be fetched (O-06).</summary>
[Trait("Requirement", "O-06")]
public sealed class ClientDocumentTests
{
    private const string Id = "https://app.example/oauth/client.json";

    private static string Document =>
        $$"""{"client_id":"{{Id}}","client_name":"App","redirect_uris":["{{Place.Redirect}}"]}""";

    [Fact]
    public async Task A_client_is_let_in_by_its_document_and_its_host_vouches_for_it()
    {
        Publisher publisher = new(() => Publisher.Json(Document));
        await using Place place = new(documents: publisher);
        Reply page = await place.Open().GetAsync(Place.AuthorizeAddress(Id));
        page.Body.ShouldContain("app.example");
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(Id));
        Reply tokens = await place.ExchangeAsync(Id, answer.Parameter("code")!);
        (await place.FindAsync(tokens.Text("access_token")))!.ClientId.ShouldBe(Id);
        publisher.Requests.ShouldBe(1, "it is kept");
        place.Time.Advance(TimeSpan.FromHours(1));
        await place.Open().GetAsync(Place.AuthorizeAddress(Id));
        publisher.Requests.ShouldBe(2, "but not for ever");
    }

    [Theory]
    [InlineData("max-age=600", 599, 1)]
    [InlineData("max-age=600", 600, 2)]
    [InlineData("no-store", 0, 2)]
    [InlineData("no-cache", 0, 2)]
    [InlineData("max-age=31536000", 7 * 24 * 3600 - 1, 1)]
    [InlineData("max-age=31536000", 7 * 24 * 3600, 2)]
    public async Task A_document_is_believed_for_as_long_as_it_says_and_a_week_at_most(
        string cacheControl,
        int seconds,
        int requests
    )
    {
        Publisher publisher = new(() =>
        {
            HttpResponseMessage response = Publisher.Json(Document);
            response.Headers.CacheControl = CacheControlHeaderValue.Parse(cacheControl);
            return response;
        });
        await using Place place = new(documents: publisher);
        await place.Open().GetAsync(Place.AuthorizeAddress(Id));
        place.Time.Advance(TimeSpan.FromSeconds(seconds));
        (await place.Open().GetAsync(Place.AuthorizeAddress(Id))).Status.ShouldBe(200);
        publisher.Requests.ShouldBe(requests);
    }

    /// <summary>Documents that are refused.</summary>
    public static TheoryData<string> Refused { get; } =
    [
        "",
        "no json",
        "[]",
        "{}",
        Document.Replace(Id, Id + "/"),
        Document.Replace(Id, "https://evil.example/client.json"),
        Document.Replace(Place.Redirect, "javascript:alert(1)"),
        Document.Replace("{", "{\"client_secret\":\"x\","),
        Document.Replace("{", "{\"token_endpoint_auth_method\":\"client_secret_post\","),
        Document.Replace("{", "{\"jwks\":{\"keys\":[{\"kty\":\"EC\",\"d\":\"x\"}]},"),
        Document.Replace("{", "{\"jwks\":{\"keys\":[{\"kty\":\"oct\",\"k\":\"x\"}]},"),
        Document.Replace("{", "{\"grant_types\":[\"implicit\"],"),
        Document.Replace("{", "{\"client_name\":\"other\","),
        Document.Replace("{", $"{{\"padding\":\"{new string('x', 5 * 1024)}\","),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_document_that_is_not_right_makes_no_client_and_the_failure_is_not_kept(string body)
    {
        string current = body;
        Publisher publisher = new(() => Publisher.Json(current));
        await using Place place = new(documents: publisher);
        (await place.Open().GetAsync(Place.AuthorizeAddress(Id))).Status.ShouldBe(400);
        current = Document;
        (await place.Open().GetAsync(Place.AuthorizeAddress(Id))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Redirects_errors_and_other_media_types_are_no_documents_and_nobody_waits_for_ever()
    {
        HttpResponseMessage[] answers =
        [
            new(HttpStatusCode.Found) { Headers = { Location = new Uri("https://169.254.169.254/x") } },
            new(HttpStatusCode.NotFound),
            new(HttpStatusCode.OK) { Content = new StringContent(Document, Encoding.UTF8, "text/html") },
        ];
        foreach (HttpResponseMessage answer in answers)
        {
            HttpResponseMessage current = answer;
            Publisher publisher = new(() => current);
            await using Place place = new(documents: publisher);
            (await place.Open().GetAsync(Place.AuthorizeAddress(Id))).Status.ShouldBe(400);
            publisher.Requests.ShouldBe(1);
            current = Publisher.Json(Document);
            (await place.Open().GetAsync(Place.AuthorizeAddress(Id))).Status.ShouldBe(200, "no error is remembered");
        }

        HttpResponseMessage endless = new(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) };
        endless.Content.Headers.ContentType = new("application/json");
        foreach (Publisher silent in (Publisher[])[new(null), new(() => endless)])
        {
            await using Place patient = new(documents: silent);
            Task<Reply> waiting = patient.Open().GetAsync(Place.AuthorizeAddress(Id));
            patient.Time.Advance(TimeSpan.FromSeconds(10));
            Reply reply = await waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            reply.Status.ShouldBe(400);
        }
    }

    [Theory]
    [InlineData(5 * 1024, 200)]
    [InlineData(5 * 1024 + 1, 400)]
    public async Task A_document_has_5_KiB_at_most(int bytes, int status)
    {
        string padded = Document.Replace("{", "{\"padding\":\"\",");
        string document = padded.Insert("{\"padding\":\"".Length, new string('x', bytes - padded.Length));
        await using Place place = new(documents: new Publisher(() => Publisher.Json(document)));
        (await place.Open().GetAsync(Place.AuthorizeAddress(Id))).Status.ShouldBe(status);
    }

    [Fact]
    public void Fetching_follows_no_redirect_and_brings_no_cookie_credential_or_proxy()
    {
        using SocketsHttpHandler handler = PublicHttp.CreateHandler();
        handler.AllowAutoRedirect.ShouldBeFalse();
        handler.UseCookies.ShouldBeFalse();
        handler.UseProxy.ShouldBeFalse();
        handler.Credentials.ShouldBeNull();
        handler.AutomaticDecompression.ShouldBe(DecompressionMethods.None, "5 KiB are 5 KiB");
        handler.ConnectTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_operator_can_turn_it_off()
    {
        Publisher publisher = new(() => Publisher.Json(Document));
        await using Place place = new(options => options with { AllowsClientDocuments = false }, publisher);
        (await place.Open().GetAsync(Place.AuthorizeAddress(Id))).Status.ShouldBe(400);
        publisher.Requests.ShouldBe(0);
    }

    /// <summary>Addresses that nobody may make this server fetch.</summary>
    public static TheoryData<string> Unfetchable { get; } =
    [
        "http://app.example/client.json",
        "ftp://app.example/client.json",
        "file:///etc/passwd",
        "gopher://app.example/client.json",
        "https://app.example",
        "https://app.example/",
        "https://app.example/client.json#fragment",
        "https://user@app.example/client.json",
        "https://user:password@app.example/client.json",
        "https://app.example@169.254.169.254/client.json",
        "https://app.example:8443/client.json",
        "https://app.example:22/client.json",
        "https://app.example:443/client.json",
        "https://app.example/a/../client.json",
        "https://app.example/./client.json",
        "https://app.example/%2e%2e/client.json",
        "https://APP.example/client.json",
        "https://app.example\\evil/client.json",
        "https://app.example./client.json",
        "https://localhost/client.json",
        "https://intranet/client.json",
        "https://127.0.0.1/client.json",
        "https://127.1/client.json",
        "https://2130706433/client.json",
        "https://0x7f000001/client.json",
        "https://017700000001/client.json",
        "https://0177.0.0.1/client.json",
        "https://0.0.0.0/client.json",
        "https://10.0.0.1/client.json",
        "https://172.16.0.1/client.json",
        "https://192.168.1.1/client.json",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/client.json",
        "https://8.8.8.8/client.json",
        "https://[::1]/client.json",
        "https://[::]/client.json",
        "https://[::ffff:127.0.0.1]/client.json",
        "https://[::ffff:a9fe:a9fe]/client.json",
        "https://[fc00::1]/client.json",
        "https://[fe80::1]/client.json",
        "https://[2001:4860:4860::8888]/client.json",
        "https://app.example/client.json?a=b c",
        "https://app\u3002example/client.json",
        "https://\u24d0pp.example/client.json",
    ];

    [Theory]
    [MemberData(nameof(Unfetchable))]
    public async Task Hostile_addresses_are_not_asked_at_all(string address)
    {
        Publisher publisher = new(() => Publisher.Json(Document));
        await using Place place = new(documents: publisher);
        Reply reply = await place.Open().GetAsync(Place.AuthorizeAddress(address));
        reply.Status.ShouldBe(400);
        reply.Location.ShouldBeNull();
        publisher.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.1")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.0.170")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public async Task A_name_that_leads_inside_is_not_connected_to_whatever_else_it_leads_to(string inside)
    {
        IPAddress address = IPAddress.Parse(inside);
        PublicAddress.IsPublic(address).ShouldBeFalse();
        int lookUps = 0;
        using SocketsHttpHandler handler = PublicHttp.CreateHandler(
            (_, _) =>
            {
                lookUps++;
                return Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), address]);
            }
        );
        using HttpMessageInvoker http = new(handler);
        using HttpRequestMessage request = new(HttpMethod.Get, "https://rebound.example/client.json");
        HttpRequestException refusal = await Should.ThrowAsync<HttpRequestException>(() =>
            http.SendAsync(request, TestContext.Current.CancellationToken)
        );
        refusal.ToString().ShouldContain("not of the public internet", customMessage: "no failure to connect");
        lookUps.ShouldBe(1);
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    public void The_public_internet_is_public(string address) =>
        PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    /// <summary>A body that begins and never comes to its end.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return 0;
        }
    }

    private sealed class Publisher(Func<HttpResponseMessage>? answer) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        public static HttpResponseMessage Json(string body) =>
            new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Requests++;
            if (answer is null)
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }

            return answer!();
        }
    }
}
