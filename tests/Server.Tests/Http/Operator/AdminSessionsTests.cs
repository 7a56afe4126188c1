using System.Net;
using System.Text.Json;
using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Cli;

namespace ClickUpMcp.Tests.Http;

/// <summary>The operator sees what is open on a running server, and ends it.</summary>
public sealed class AdminSessionsTests : IDisposable
{
    private const string List = """{"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("adm-").FullName;
    private readonly TokenFile _tokens = new(("anna", TokenFile.Anna), ("ben", TokenFile.Ben));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Socket => Path.Combine(_folder, "admin");

    private string Audit => Path.Combine(_folder, "audit");

    [Fact]
    public async Task The_list_has_whom_a_session_belongs_to_and_what_it_did_but_not_its_id()
    {
        await using HttpServer server = await HttpServer.StartAsync(options =>
        {
            Configure(options);
            options.SessionBudget = new SessionLimits { Calls = 5 };
            options.ApiKey = null;
        });
        string anna = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        string ben = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Ben));
        using HttpResponseMessage called = await server.PostAsync(Call("get_current_user"), Of(anna, TokenFile.Anna));

        CliRun run = await AdminAsync("list", "--json");

        run.ExitCode.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldNotContain(anna);
        run.Output.ShouldNotContain(ben);
        JsonElement[] sessions = Lines(run);
        sessions.Length.ShouldBe(2);
        JsonElement hers = sessions.Single(static s => s.GetProperty("principal_name").GetString() == "anna");
        hers.GetProperty("session").GetString()!.ShouldMatch("^[0-9a-f]{16}$");
        hers.GetProperty("principal").GetString()!.ShouldMatch("^[0-9a-f]{16}$");
        hers.GetProperty("client").GetString().ShouldBe("test");
        hers.GetProperty("client_version").GetString().ShouldBe("1");
        hers.GetProperty("started").TryGetDateTime(out _).ShouldBeTrue();
        hers.GetProperty("last_used").TryGetDateTime(out _).ShouldBeTrue();
        (hers.GetProperty("calls").GetInt32(), hers.GetProperty("in_flight").GetInt32()).ShouldBe((1, 0));
        hers.GetProperty("budget").GetRawText().ShouldBe("""{"calls":{"used":1,"limit":5}}""");

        string text = (await AdminAsync("list")).Output;
        text.ShouldContain("anna");
        text.ShouldContain("calls 1  in flight 0  calls 1 of 5");
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    [Trait("Requirement", "R-02")]
    public async Task The_end_of_a_session_cancels_its_calls_ends_its_stream_and_leaves_a_line()
    {
        FakeGateway gateway = new();
        await using HttpServer server = await HttpServer.StartAsync(gateway, Configure);
        string session = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        string other = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        using HttpResponseMessage stream = await server.SendAsync(
            HttpMethod.Get,
            null,
            Of(session, TokenFile.Anna),
            HttpCompletionOption.ResponseHeadersRead
        );
        Task<HttpResponseMessage> call = server.PostAsync(Call("hang"), Of(session, TokenFile.Anna));
        await gateway.Started.Task.WaitAsync(HttpServer.Patience, Stop);
        JsonElement listed = Lines(await AdminAsync("list", "--json"))
            .Single(static s => s.GetProperty("in_flight").GetInt32() > 0);
        string hash = listed.GetProperty("session").GetString()!;

        CliRun run = await AdminAsync("end", hash[..10]);

        run.ExitCode.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldBe("Ended 1 sessions, and cancelled 1 requests.\n");
        await gateway.Cancelled.Task.WaitAsync(HttpServer.Patience, Stop);
        using HttpResponseMessage cancelled = await call.WaitAsync(HttpServer.Patience, Stop);
        await stream.Content.ReadAsStringAsync(Stop).WaitAsync(HttpServer.Patience, Stop);
        (await StatusAsync(server, session, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(server, other, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);

        await server.Host.FlushAuditAsync();
        JsonElement[] lines = [.. File.ReadAllLines(Audit).Select(static line => JsonElement.Parse(line))];
        lines.ShouldContain(line => Text(line, "tool") == null && Text(line, "outcome") == "cancelled");
        JsonElement deed = lines.Single(static line => Text(line, "operator") == "end_sessions");
        Text(deed, "session").ShouldBe(hash);
        Text(deed, "outcome").ShouldBe("ok");
        (deed.GetProperty("count").GetInt32(), deed.GetProperty("requests").GetInt32()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task All_of_a_principal_end_with_what_belongs_to_no_session_and_nobody_elses()
    {
        FakeGateway gateway = new();
        await using HttpServer server = await HttpServer.StartAsync(gateway, Configure);
        string first = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        string second = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        string ben = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Ben));
        Task<HttpResponseMessage> call = server.CallAsync("hang", "{}", TokenFile.Bearer(TokenFile.Anna));
        await gateway.Started.Task.WaitAsync(HttpServer.Patience, Stop);
        Lines(await AdminAsync("list", "--json"))
            .Count(static s => s.GetProperty("session").ValueKind == JsonValueKind.Null)
            .ShouldBe(1);

        CliRun run = await AdminAsync("end", "--principal", "anna");

        run.Output.ShouldBe("Ended 2 sessions, and cancelled 1 requests.\n");
        await gateway.Cancelled.Task.WaitAsync(HttpServer.Patience, Stop);
        using HttpResponseMessage cancelled = await call.WaitAsync(HttpServer.Patience, Stop);
        (await StatusAsync(server, first, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(server, second, TokenFile.Anna)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(server, ben, TokenFile.Ben)).ShouldBe(HttpStatusCode.OK);
        // Nothing was taken from her but what was open.
        await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));

        (await AdminAsync("end", "--all")).Output.ShouldBe("Ended 2 sessions, and cancelled 0 requests.\n");
        (await StatusAsync(server, ben, TokenFile.Ben)).ShouldBe(HttpStatusCode.NotFound);
        (await AdminAsync("list")).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_shut_out_gets_in_no_more_until_the_server_ends()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), Configure);
        string session = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));

        CliRun run = await AdminAsync("end", "--principal", "anna", "--revoke");

        run.Output.ShouldStartWith("Ended 1 sessions, and cancelled 0 requests. The principal is shut out");
        (await StatusAsync(server, session, TokenFile.Anna)).ShouldBe(HttpStatusCode.Unauthorized);
        using HttpResponseMessage modern = await server.CallAsync("echo", "{}", TokenFile.Bearer(TokenFile.Anna));
        modern.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        // What rotates files sends the signal each day.
        server.Host.Reload();
        (await StatusAsync(server, session, TokenFile.Anna)).ShouldBe(HttpStatusCode.Unauthorized);
        await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Ben));

        await server.Host.FlushAuditAsync();
        File.ReadAllText(Audit).ShouldContain("\"revoked\":true");
        // Also one who has nothing open.
        (await AdminAsync("end", "--principal", "ben", "--revoke")).ExitCode.ShouldBe(ExitCode.Ok);
        using HttpResponseMessage ben = await server.CallAsync("echo", "{}", TokenFile.Bearer(TokenFile.Ben));
        ben.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_nothing_ends()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), Configure);
        string session = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));

        (await AdminAsync("end", "0123456789abcdef0")).ShouldBeOneLine(ExitCode.Failed);
        (await AdminAsync("end", "--principal", "ann")).ShouldBeOneLine(ExitCode.Failed);
        (await AdminAsync("end", "--principal", "ann", "--revoke")).ShouldBeOneLine(ExitCode.Failed);
        // By the id itself, which the operator has no reason to know.
        (await AdminAsync("end", session)).ShouldBeOneLine(ExitCode.Failed);

        (await StatusAsync(server, session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);
        File.Exists(Audit).ShouldBeTrue();
        (await File.ReadAllTextAsync(Audit, Stop)).ShouldNotContain("operator");
    }

    [Theory]
    [InlineData()]
    [InlineData("end")]
    [InlineData("list", "--all")]
    [InlineData("end", "0123", "--all")]
    [InlineData("end", "--all", "--principal", "anna")]
    [InlineData("end", "--all", "--revoke")]
    [InlineData("end", "0123", "--revoke")]
    [InlineData("end", "--principal", "")]
    public async Task What_is_asked_wrongly_is_one_line_and_ends_nothing(params string[] words)
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), Configure);
        string session = await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));

        (await AdminAsync(words)).ShouldBeOneLine(ExitCode.Usage);

        (await StatusAsync(server, session, TokenFile.Anna)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_authentication_sessions_end_but_nobody_can_be_shut_out()
    {
        await using HttpServer server = await HttpServer.StartAsync(
            new FakeGateway(),
            options =>
            {
                Configure(options);
                options.Http.TokensFile = null;
            }
        );
        await server.OpenSessionAsync();
        string everybody = Lines(await AdminAsync("list", "--json")).Single().GetProperty("principal").GetString()!;

        (await AdminAsync("end", "--principal", everybody, "--revoke")).ShouldBeOneLine(ExitCode.Failed);
        (await AdminAsync("end", "--principal", everybody)).Output.ShouldStartWith("Ended 1 sessions");
        await server.OpenSessionAsync();
    }

    [Fact]
    public async Task Nothing_of_it_is_served_to_a_network()
    {
        await using HttpServer server = await HttpServer.StartAsync(new FakeGateway(), Configure);
        await server.OpenSessionAsync(TokenFile.Bearer(TokenFile.Anna));
        foreach (string path in (string[])["/sessions", "/sessions/end?all=true", "/admin/sessions"])
        {
            foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            {
                using HttpResponseMessage reply = await server.SendAsync(
                    method,
                    method == HttpMethod.Post ? "{}" : null,
                    [(":path", path), TokenFile.Bearer(TokenFile.Anna)]
                );
                reply.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            }
        }

        Lines(await AdminAsync("list", "--json")).Length.ShouldBe(1);
    }

    public void Dispose()
    {
        _tokens.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Configure(ServerOptions options)
    {
        options.Audit = Audit;
        options.Http.TokensFile = _tokens.Path;
        options.Http.AdminSocket = Socket;
    }

    private Task<CliRun> AdminAsync(params string[] words) =>
        CliRun.RunAsync(["admin", "sessions", .. words, "--admin-socket", Socket]);

    private static async Task<HttpStatusCode> StatusAsync(HttpServer server, string session, string token)
    {
        using HttpResponseMessage reply = await server.PostAsync(List, Of(session, token));
        return reply.StatusCode;
    }

    private static JsonElement[] Lines(CliRun run) =>
        [
            .. run
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => JsonElement.Parse(line)),
        ];

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static (string, string)[] Of(string session, string token) =>
        [("Mcp-Session-Id", session), TokenFile.Bearer(token)];

    private static string Call(string tool) =>
        $$$$"""{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"{{{{tool}}}}","arguments":{}}}""";
}
