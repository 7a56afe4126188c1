using System.Text.Json;
using ClickUpMcp.Hosting;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Tests.Http;

/// <summary>What is written down of a call, and what never is.</summary>
public sealed class AuditTests
{
    private const string Canary = "CANARY";
    private const string Key = "pk_1_CANARYKEY";
    private const string Bearer = "CANARY-bearer-0123456789";

    private static readonly string[] Members =
    [
        "time",
        "request",
        "trace",
        "principal",
        "principal_name",
        "client",
        "client_version",
        "session",
        "workspace",
        "tool",
        "ran",
        "arguments",
        "outcome",
        "error",
        "retry_after_ms",
        "upstream_status",
        "duration_ms",
        "waited_ms",
        "run",
        "n",
        "prev",
        "chain",
    ];

    [Theory]
    [InlineData(LogLevel.Trace)]
    [InlineData(LogLevel.Debug)]
    [InlineData(LogLevel.Information)]
    [InlineData(LogLevel.Warning)]
    [InlineData(LogLevel.Error)]
    [Trait("Promise", "PA-01")]
    [Trait("Promise", "PA-17")]
    [Trait("Promise", "PA-18")]
    [Trait("Promise", "PB-08")]
    [Trait("Requirement", "L-01")]
    public async Task L_01_one_line_a_call_without_content_or_tokens(LogLevel level)
    {
        string file = Path.GetTempFileName();
        using var tokens = new TokenFile(("canary.person", Bearer));
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync(new() { [Key] = "canary.owner" });
        List<string> replies = [];
        string log;
        await using (
            HttpServer server = await HttpServer.StartAsync(options =>
            {
                options.ApiBaseUrl = upstream.Address;
                options.LogLevel = level;
                options.Audit = file;
                options.Http.TokensFile = tokens.Path;
            })
        )
        {
            (string, string)[] headers = [TokenFile.Bearer(Bearer), ("X-ClickUp-Key", Key)];
            string session = await server.OpenSessionAsync(headers);
            replies.Add(await SendAsync(server.CallAsync("get_task", """{"task":"86abccanary"}""", headers)));
            replies.Add(await SendAsync(server.CallAsync("get_task", """{"tsk":"CANARY"}""", headers)));
            replies.Add(await SendAsync(server.CallAsync("CANARY_tool", """{"x":"CANARY"}""", headers)));
            replies.Add(
                await SendAsync(
                    server.PostAsync(
                        """{"jsonrpc":"2.0","id":"CANARY","method":"tools/call","params":{"name":"run_read_tool","arguments":{"name":"get_current_user"}}}""",
                        [.. headers, ("Mcp-Session-Id", session)]
                    )
                )
            );
            upstream.Fault = (500, "CANARY at /home/canary/secret.cs:line 7");
            replies.Add(await SendAsync(server.CallAsync("get_current_user", headers: headers)));
            log = server.Log;
            log.ShouldNotLeak(session);
        }

        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        lines.Length.ShouldBe(replies.Count);
        (string.Concat(lines) + log).ShouldNotLeak(Canary);
        JsonElement[] entries = [.. lines.Select(line => JsonElement.Parse(line))];
        entries.SelectMany(entry => entry.EnumerateObject()).ShouldAllBe(member => Members.Contains(member.Name));
        Members.ShouldBeSubsetOf(
            entries
                .SelectMany(entry => entry.EnumerateObject())
                .Select(member => member.Name)
                .Concat(["workspace", "trace", "principal_name", "retry_after_ms"])
        );
        entries
            .Select(entry => entry.GetProperty("outcome").GetString())
            .ShouldBe(["ok", "tool_error", "unknown_tool", "ok", "tool_error"]);
        entries[0].GetProperty("arguments").GetString()!.Length.ShouldBe(32);
        entries[1].TryGetProperty("arguments", out _).ShouldBeFalse();
        entries[0].GetProperty("upstream_status").GetInt32().ShouldBe(200);
        entries[3].GetProperty("ran").GetString().ShouldBe("get_current_user");
        entries[3].GetProperty("session").GetString()!.Length.ShouldBe(16);
        entries[4].GetProperty("upstream_status").GetInt32().ShouldBe(500);
        entries.Select(entry => entry.GetProperty("principal").GetString()).Distinct().Count().ShouldBe(1);
        // The token of neither side ever crosses to the other.
        upstream.Seen.ShouldAllBe(request => request.Token == Key);
        string.Concat(replies).ShouldNotLeak(Key);
        string.Concat(replies).ShouldNotLeak(Bearer);
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_the_digest_is_that_of_what_the_call_means()
    {
        string file = Path.GetTempFileName();
        await using (HttpServer server = await HttpServer.StartAsync(options => options.Audit = file))
        {
            await SendAsync(server.CallAsync("get_task", """{"task":"DEV-1"}"""));
            await SendAsync(server.CallAsync("get_task", """{"include_subtasks":true,"task_id":" DEV-1"}"""));
            await SendAsync(server.CallAsync("run_read_tool", """{"name":"get_task","arguments":{"task":"DEV-1"}}"""));
            await SendAsync(server.CallAsync("get_task", """{"task":"DEV-2"}"""));
        }

        string[] digests =
        [
            .. File.ReadAllLines(file)
                .Select(static line => JsonElement.Parse(line).GetProperty("arguments").GetString()!),
        ];
        File.Delete(file);
        digests.ShouldBe([digests[0], digests[0], digests[0], digests[3]]);
        digests[3].ShouldNotBe(digests[0]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(400)]
    [InlineData(200)]
    [Trait("Requirement", "A-05")]
    public async Task H_08_a_failing_upstream_leaks_nothing(int status)
    {
        const string Body = "<html>CANARY System.Exception at Foo.Bar() in /srv/canary.cs:line 7 pk_1_CANARYKEY</html>";
        await using UpstreamClickUp upstream = await UpstreamClickUp.StartAsync([]);
        upstream.Fault = (status, Body);
        await using HttpServer server = await HttpServer.StartAsync(options =>
        {
            options.ApiBaseUrl = upstream.Address;
            options.ApiKey = new Secret(Key);
        });
        foreach (string tool in (string[])["get_current_user", "get_workspace"])
        {
            string reply = await SendAsync(server.CallAsync(tool));
            reply.ShouldNotLeak(Canary);
            reply.ShouldNotContain("/srv/");
            reply.ShouldNotContain(" at ClickUpMcp");
        }

        server.Log.ShouldNotLeak(Canary);
    }

    [Fact]
    public async Task The_file_is_opened_anew_after_it_was_moved_away()
    {
        string file = Path.GetTempFileName();
        string moved = file + ".1";
        await using HttpServer server = await HttpServer.StartAsync(options => options.Audit = file);
        await SendAsync(server.CallAsync("get_current_user"));
        await server.Host.FlushAuditAsync();
        File.Move(file, moved);
        server.Host.Reload();
        await SendAsync(server.CallAsync("get_current_user"));
        await server.Host.FlushAuditAsync();

        File.ReadAllLines(moved).Length.ShouldBe(1);
        File.ReadAllLines(file).Length.ShouldBe(1);
        File.Delete(moved);
        File.Delete(file);
    }

    private static async Task<string> SendAsync(Task<HttpResponseMessage> sending)
    {
        using HttpResponseMessage reply = await sending;
        return reply.Headers + await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
