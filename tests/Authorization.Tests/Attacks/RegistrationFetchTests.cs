using System.Text.Json;
using ClickUpMcp.Authorization.Tests.Clients;
using ClickUpMcp.Authorization.Tests.Support;

namespace ClickUpMcp.Authorization.Tests.Attacks;

/// <summary>Nothing that a client says of itself makes this server fetch anything.</summary>
[Trait("Requirement", "O-06")]
public sealed class RegistrationFetchTests
{
    private static readonly string[] Members =
    [
        "client_uri",
        "logo_uri",
        "tos_uri",
        "policy_uri",
        "jwks_uri",
        "sector_identifier_uri",
        "initiate_login_uri",
        "backchannel_logout_uri",
        "backchannel_client_notification_endpoint",
        "request_uris",
        "post_logout_redirect_uris",
        "software_statement",
    ];

    public static TheoryData<string> Addresses => ClientDocumentTests.Unfetchable;

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_registration_is_taken_as_it_is(string address)
    {
        Listener listener = new();
        await using Place place = new(documents: listener);
        int before = place.ClickUp.Log.Count;
        foreach (string member in Members)
        {
            Dictionary<string, object> metadata = new()
            {
                ["redirect_uris"] = new[] { Place.Redirect },
                [member] = member.EndsWith("uris", StringComparison.Ordinal) ? new[] { address } : address,
            };

            Reply reply = await place.Open().PostJsonAsync(Paths.Register, JsonSerializer.Serialize(metadata));

            reply.Status.ShouldBeOneOf(201, 400);
            if (reply.Status == 201)
            {
                reply.Json.TryGetProperty(member, out _).ShouldBeFalse("what is not used is not repeated either");
                Reply page = await place.Open().GetAsync(Place.AuthorizeAddress(reply.Text("client_id")));
                page.Status.ShouldBe(200, page.Body);
                page.Body.ShouldNotContain("<img");
            }
        }

        listener.Requests.ShouldBe(0);
        place.ClickUp.Log.Count.ShouldBe(before);
    }

    [Fact]
    public void There_are_at_least_forty_addresses() => Addresses.Count.ShouldBeGreaterThanOrEqualTo(40);

    private sealed class Listener : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Requests++;
            throw new HttpRequestException("Nobody is there.");
        }
    }
}
