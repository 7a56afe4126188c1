using System.Net;
using System.Text;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Authorization.Tests.Support;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Tests.Tokens;

/// <summary>Tokens that are bound to their sender: stolen ones are worth nothing elsewhere, and their owner keeps them.</summary>
public sealed class BindingTests
{
    private const string Product = "canary-client";
    private const string Own = Product + "/1.2.3 (linux)";
    private const string OwnDevice = "canary-device-0123456789";

    private static readonly IPAddress Home = IPAddress.Parse("198.51.100.7");

    private static readonly Sender Owner = new(Product, OwnDevice, "c63364");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string?, string> Thieves() =>
        new()
        {
            { "client", "curl/8.0", OwnDevice, "198.51.100.7" },
            { "client", "", OwnDevice, "198.51.100.7" },
            { "client", Product + "-2/1.2.3", OwnDevice, "198.51.100.7" },
            { "client", "(" + Product + ")", OwnDevice, "198.51.100.7" },
            { "device", Own, "canary-device-9876543210", "198.51.100.7" },
            { "device", Own, null, "198.51.100.7" },
            { "device", Own, OwnDevice.ToUpperInvariant(), "198.51.100.7" },
            { "network", Own, OwnDevice, "198.51.101.7" },
            { "network", Own, OwnDevice, "2001:db8::7" },
        };

    [Theory]
    [MemberData(nameof(Thieves))]
    [Trait("Requirement", "PB-04")]
    public async Task A_stolen_token_is_refused_elsewhere_and_good_where_it_belongs(
        string mark,
        string agent,
        string? device,
        string address
    )
    {
        await using Place place = new(options => options with { BindTokensTo = SenderMark.All });
        (string client, Reply tokens) = await ConnectAsync(place);
        string access = tokens.Text("access_token");
        (await place.FindAsync(access, sender: Owner)).ShouldNotBeNull();

        Sender thief = SenderOf(agent, device, address);
        ForeignSenderException refusal = await Should.ThrowAsync<ForeignSenderException>(async () =>
            await place.FindAsync(access, sender: thief)
        );
        refusal.Mark.ShouldBe(mark);
        Reply stolen = await RefreshAsync(place, client, tokens, agent, device, address);
        stolen.Status.ShouldBe(400, stolen.Body);
        stolen.Error.ShouldBe("invalid_grant");
        stolen.Body.ShouldContain("bound to the client and device and network");

        // Nothing was used up, and what comes of the refresh is bound as before.
        (await place.FindAsync(access, sender: Owner)).ShouldNotBeNull();
        Reply next = await RefreshAsync(place, client, tokens, Own, OwnDevice, Home.ToString());
        next.Status.ShouldBe(200, next.Body);
        string renewed = next.Text("access_token");
        await Should.ThrowAsync<ForeignSenderException>(async () => await place.FindAsync(renewed, sender: thief));
        (await place.FindAsync(renewed, sender: Owner)).ShouldNotBeNull();
        (await RefreshAsync(place, client, next, agent, device, address)).Error.ShouldBe("invalid_grant");
    }

    [Theory]
    [InlineData(Product + "/9.9.9", "198.51.100.7", "client,device,network")]
    [InlineData(Product + "/1.2.3 (Windows NT 10.0; (x64))", "198.51.100.250", "client,device,network")]
    [InlineData("CANARY-client", "::ffff:198.51.100.1", "client,device,network")]
    [InlineData("curl/8.0", "198.51.100.7", "device,network")]
    [InlineData(Own, "203.0.113.1", "client,device")]
    public async Task An_update_another_address_of_the_network_and_what_it_is_not_bound_to_change_nothing(
        string agent,
        string address,
        string to
    )
    {
        await using Place place = new(options => options with { BindTokensTo = to.Split(',') });
        (string client, Reply tokens) = await ConnectAsync(place);
        (await place.FindAsync(tokens.Text("access_token"), sender: Owner)).ShouldNotBeNull();
        (
            await place.FindAsync(tokens.Text("access_token"), sender: SenderOf(agent, OwnDevice, address))
        ).ShouldNotBeNull();
        (await RefreshAsync(place, client, tokens, agent, OwnDevice, address)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_client_may_ask_for_tokens_with_another_library_than_it_uses_them_with()
    {
        await using Place place = new(options => options with { BindTokensTo = SenderMark.All });
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        Reply tokens = await place.ExchangeAsync(client, answer.Parameter("code")!);
        tokens.Status.ShouldBe(200, tokens.Body);

        (await place.FindAsync(tokens.Text("access_token"), sender: Owner)).ShouldNotBeNull();
        (await place.RefreshAsync(client, tokens.Text("refresh_token"))).Status.ShouldBe(200);
    }

    [Fact]
    [Trait("Requirement", "O-07")]
    public async Task The_network_is_that_of_the_exchange_and_a_wrong_resource_takes_no_place()
    {
        await using Place place = new(options => options with { BindTokensTo = SenderMark.All });
        (_, Reply tokens) = await ConnectAsync(place);
        string access = tokens.Text("access_token");
        Sender thief = SenderOf("curl/8.0", "device-of-a-thief", "203.0.113.1");
        (await place.FindAsync(access, "https://evil.example/mcp", thief)).ShouldBeNull();
        await Should.ThrowAsync<ForeignSenderException>(async () => await place.FindAsync(access, sender: thief));

        (await place.FindAsync(access, sender: Owner)).ShouldNotBeNull("a refused request leaves no mark");
    }

    [Fact]
    public async Task Of_many_who_come_first_at_once_one_is_the_first()
    {
        await using Place place = new(options => options with { BindTokensTo = [SenderMark.Client] });
        (_, Reply tokens) = await ConnectAsync(place);
        bool[] let = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async i =>
                {
                    await Task.Yield();
                    try
                    {
                        return await place.FindAsync(
                            tokens.Text("access_token"),
                            sender: Owner with
                            {
                                Client = $"c{i}",
                            }
                        )
                            is not null;
                    }
                    catch (ForeignSenderException)
                    {
                        return false;
                    }
                })
        );
        let.Count(static one => one).ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_setting_a_token_is_good_anywhere_and_with_it_older_grants_stay_as_they_were()
    {
        await using Place place = new();
        (string client, Reply tokens) = await ConnectAsync(place);
        (await place.FindAsync(tokens.Text("access_token"), sender: Owner)).ShouldNotBeNull();
        (
            await place.FindAsync(tokens.Text("access_token"), sender: new Sender("curl", null, "cb0071"))
        ).ShouldNotBeNull();
        (await RefreshAsync(place, client, tokens, "curl/8.0", null, "203.0.113.1")).Status.ShouldBe(200);
    }

    [Fact]
    [Trait("Requirement", "O-09")]
    public async Task No_mark_stands_in_the_store_not_even_under_the_seal()
    {
        await using Place place = new(options => options with { BindTokensTo = SenderMark.All });
        (_, Reply tokens) = await ConnectAsync(place);
        Access access = (await place.FindAsync(tokens.Text("access_token"), sender: Owner))!;

        Grant grant = (await place.Server.Grants.FindAsync(access.GrantId, Stop))!;
        string opened = System.Text.Json.JsonSerializer.Serialize(grant, AuthorizationJson.Default.Grant);
        opened.ShouldContain("\"Known\":[{", customMessage: "else it shows nothing");
        string dump = opened + await DumpAsync(place.Store);
        foreach (string raw in (string[])[Product, OwnDevice, "198.51.100", "c63364"])
        {
            dump.ShouldNotContain(raw, Case.Insensitive);
        }
    }

    [Fact]
    public void Marks_of_two_grants_tell_nothing_of_each_other()
    {
        SenderBinding[] both =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(static _ => SenderBinding.Create(SenderMark.All)!.Check("g", Owner, SenderPlace.Resource)),
        ];
        both[0].Known.Select(static mark => mark.Hash).ShouldNotBe(both[1].Known.Select(static mark => mark.Hash));
        both.SelectMany(static binding => binding.Known).Select(static mark => mark.Hash).ShouldBeUnique();
    }

    private static async Task<(string Client, Reply Tokens)> ConnectAsync(Place place)
    {
        string client = await place.RegisterAsync();
        Reply answer = await Place.SignInAsync(place.Open(), Place.AuthorizeAddress(client));
        WebBrowser program = place.Open();
        program.Address = Home;
        Reply tokens = await program.PostAsync(
            "/token",
            Place.CodeFields(client, answer.Parameter("code")!),
            Headers(Own, OwnDevice)
        );
        tokens.Status.ShouldBe(200, tokens.Body);
        return (client, tokens);
    }

    private static Task<Reply> RefreshAsync(
        Place place,
        string client,
        Reply tokens,
        string agent,
        string? device,
        string address
    )
    {
        WebBrowser program = place.Open();
        program.Address = IPAddress.Parse(address);
        return program.PostAsync(
            "/token",
            [("grant_type", "refresh_token"), ("client_id", client), ("refresh_token", tokens.Text("refresh_token"))],
            Headers(agent, device)
        );
    }

    private static (string, string)[] Headers(string agent, string? device) =>
        device is null ? [("User-Agent", agent)] : [("User-Agent", agent), (Sender.DeviceHeader, device)];

    private static Sender SenderOf(string agent, string? device, string address)
    {
        Microsoft.AspNetCore.Http.DefaultHttpContext context = new();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        foreach ((string name, string value) in Headers(agent, device))
        {
            context.Request.Headers[name] = value;
        }

        return Sender.Of(context.Request);
    }

    private static async Task<string> DumpAsync(IRecordStore store)
    {
        StringBuilder dump = new();
        foreach (RecordKind kind in AuthorizationRecords.All)
        {
            RecordQuery query = new(kind) { Count = RecordQuery.MostRecords };
            foreach (StoredRecord record in await store.ListAsync(query, Stop))
            {
                dump.AppendLine(Encoding.UTF8.GetString(record.Value.Span)).AppendLine(record.Key + record.Alias);
            }
        }

        return dump.ToString();
    }
}
