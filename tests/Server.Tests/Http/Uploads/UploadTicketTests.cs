using System.Net;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Tests.Http.Uploads;

/// <summary>Files that clients send past their model: with a ticket of one call, once, for a while, as whoever asked.</summary>
public sealed class UploadTicketTests
{
    private const string Ask = """{"task":"27075wz","file_name":"notes.txt"}""";

    [Fact]
    public async Task A_file_that_is_sent_with_a_ticket_is_on_the_task()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        (string ticket, Uri address) = await AskAsync(server);

        using HttpResponseMessage reply = await SendAsync(server, address, ticket, "what was sent"u8.ToArray());
        using HttpResponseMessage shown = await server.CallAsync(
            "get_attachment",
            """{"task":"27075wz","attachment":"notes.txt"}"""
        );

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        TextOf(await ReadAsync(reply)).ShouldContain("title: notes.txt");
        TextOf(await ReadAsync(shown)).ShouldContain("what was sent");
    }

    [Fact]
    public async Task The_address_is_where_clients_reach_the_server()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        (_, Uri address) = await AskAsync(server);

        address.ShouldBe(new Uri(server.Address, "/uploads"));
    }

    [Fact]
    public async Task PB_02_A_ticket_is_good_once_and_nothing_but_a_ticket_is_good()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        (string ticket, Uri address) = await AskAsync(server);

        foreach (string? wrong in (string?[])[null, "", "x", ticket + "x", ticket[..^1], "pk_1_ANNA"])
        {
            using HttpResponseMessage refused = await SendAsync(server, address, wrong, [1]);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using HttpResponseMessage first = await SendAsync(server, address, ticket, [1]);
        using HttpResponseMessage second = await SendAsync(server, address, ticket, [1]);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_ticket_lasts_five_minutes()
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await using HttpServer server = await HttpServer.StartAsync(time: time);
        (string early, Uri address) = await AskAsync(server);
        (string late, _) = await AskAsync(server);

        time.Advance(TimeSpan.FromMinutes(5));
        using HttpResponseMessage taken = await SendAsync(server, address, early, [1]);
        time.Advance(TimeSpan.FromSeconds(1));
        using HttpResponseMessage refused = await SendAsync(server, address, late, [1]);

        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_form_is_refused_and_does_not_use_the_ticket_up()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        (string ticket, Uri address) = await AskAsync(server);
        using MultipartFormDataContent form = new() { { new ByteArrayContent([1]), "file", "notes.txt" } };

        using HttpResponseMessage refused = await SendAsync(server, address, ticket, form);
        using HttpResponseMessage taken = await SendAsync(server, address, ticket, [1]);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_the_bound_is_not_taken(bool isAnnounced)
    {
        await using HttpServer server = await HttpServer.StartAsync(static options => options.Files.MaxMib = 1);
        (string ticket, Uri address) = await AskAsync(server);
        using HttpContent content = isAnnounced
            ? new ByteArrayContent(new byte[(1024 * 1024) + 1])
            : new Unannounced((1024 * 1024) + 1);

        using HttpResponseMessage reply = await SendAsync(server, address, ticket, content);

        if (isAnnounced)
        {
            reply.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        else
        {
            TextOf(await ReadAsync(reply)).ShouldContain("The file is too large.");
        }

        using HttpResponseMessage listed = await server.CallAsync("list_attachments", """{"task":"27075wz"}""");
        TextOf(await ReadAsync(listed)).ShouldNotContain("notes.txt");
    }

    [Fact]
    public async Task A_05_The_file_goes_to_ClickUp_with_the_token_of_who_asked_and_no_token_comes_back()
    {
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(
            new() { ["pk_1_ANNA"] = "anna", ["pk_2_BEN"] = "ben" }
        );
        upstream.Fault = (
            200,
            """{"teams":[{"id":"1","name":"W","members":[]}],"user":{"id":1,"username":"anna"},"id":"1","title":"notes.txt","url":"https://attachments.clickup.com/1"}"""
        );
        await using HttpServer server = await HttpServer.StartAsync(options => options.ApiBaseUrl = upstream.Address);
        (string ticket, Uri address) = await AskAsync(server, ("X-ClickUp-Key", "pk_1_ANNA"));

        using HttpResponseMessage reply = await SendAsync(server, address, ticket, [1], ("X-ClickUp-Key", "pk_2_BEN"));

        string text = await ReadAsync(reply);
        TextOf(text).ShouldContain("title: notes.txt", customMessage: string.Join('\n', upstream.Seen));
        text.ShouldNotContain("pk_");
        ticket.ShouldNotContain("pk_");
        upstream
            .Seen.Where(static request => request.Path.EndsWith("/attachment", StringComparison.Ordinal))
            .Select(static request => request.Token)
            .ShouldBe(["pk_1_ANNA"], text);
    }

    [Fact]
    public async Task P_06_Where_nothing_may_be_written_there_are_no_tickets()
    {
        await using HttpServer server = await HttpServer.StartAsync(static options => options.ReadOnly = true);

        using HttpResponseMessage reply = await server.CallAsync("upload_attachment", Ask);

        (await ReadAsync(reply)).ShouldNotContain("curl");
    }

    [Fact]
    public async Task P_07_Where_calls_are_confirmed_there_are_no_tickets()
    {
        await using HttpServer server = await HttpServer.StartAsync(static options =>
            options.Confirmation = ConfirmationRule.Always
        );

        using HttpResponseMessage reply = await server.CallAsync("upload_attachment", Ask);
        using HttpResponseMessage dry = await server.CallAsync(
            "upload_attachment",
            """{"task":"27075wz","file_name":"notes.txt","dry_run":true}"""
        );

        (await ReadAsync(reply)).ShouldNotContain("curl");
        (await ReadAsync(dry)).ShouldNotContain("curl");
    }

    [Fact]
    public async Task H_01_H_02_The_edge_is_that_of_every_route()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        (string ticket, Uri address) = await AskAsync(server);

        using HttpResponseMessage host = await SendAsync(server, address, ticket, [1], ("Host", "evil.example"));
        using HttpResponseMessage origin = await SendAsync(
            server,
            address,
            ticket,
            [1],
            ("Origin", "https://evil.example")
        );
        using HttpResponseMessage method = await server.SendAsync(
            HttpMethod.Get,
            null,
            [(":path", "/uploads"), ("Authorization", $"Bearer {ticket}")]
        );

        host.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        origin.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        method.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public void A_08_Tickets_end_with_the_principal_and_are_few()
    {
        UploadTickets tickets = new(new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        string anna = tickets.Issue(Upload(tickets, 1));
        string ben = tickets.Issue(Upload(tickets, 2));
        for (int i = 1; i < 20; i++)
        {
            tickets.Issue(Upload(tickets, 2));
        }

        Should.Throw<ActionableException>(() => tickets.Issue(Upload(tickets, 2)));

        tickets.Forget(new HashSet<UInt128> { 1 });
        tickets.Take(anna).ShouldBeNull();
        tickets.Take(ben).ShouldNotBeNull();
    }

    private static PendingUpload Upload(UploadTickets tickets, UInt128 principal) =>
        new(
            new Principal(principal),
            principal,
            static () => throw new InvalidOperationException(),
            default,
            1,
            tickets.Expiry
        );

    private static async Task<(string Ticket, Uri Address)> AskAsync(
        HttpServer server,
        params (string Name, string Value)[] headers
    )
    {
        using HttpResponseMessage reply = await server.CallAsync("upload_attachment", Ask, headers);
        string text = TextOf(await ReadAsync(reply));
        string line = text.Split('\n')
            .Single(static line => line.StartsWith("curl -T PATH ", StringComparison.Ordinal));
        string[] parts = line.Split('\'');
        return (parts[1]["Authorization: Bearer ".Length..], new Uri(parts[2].Trim()));
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpServer server,
        Uri address,
        string? ticket,
        byte[] bytes,
        params (string Name, string Value)[] headers
    ) => SendAsync(server, address, ticket, new ByteArrayContent(bytes), headers);

    private static async Task<HttpResponseMessage> SendAsync(
        HttpServer server,
        Uri address,
        string? ticket,
        HttpContent content,
        params (string Name, string Value)[] headers
    )
    {
        using HttpRequestMessage request = new(HttpMethod.Put, address) { Content = content };
        if (ticket is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {ticket}");
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> ReadAsync(HttpResponseMessage reply) =>
        reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static string TextOf(string reply) =>
        JsonElement.Parse(reply).GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString()!;

    /// <summary>Bytes whose number is not said.</summary>
    private sealed class Unannounced(int count) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', count)));

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
