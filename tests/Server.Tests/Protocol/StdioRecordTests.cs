using System.Diagnostics;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Recording;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Server.Tests.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>Calls over stdio are recorded as those over HTTP are, where the operator wants it.</summary>
public sealed class StdioRecordTests
{
    [Fact]
    public async Task Each_call_has_its_line()
    {
        string file = Path.GetTempFileName();
        using (AuditLog audit = Create(file)!)
        {
            await using var session = new StdioSession(StdioSession.Services(audit));
            await session.AskAsync(Call("1", "echo"));
            await session.AskAsync(Call("2", "refuse"));
            await session.AskAsync(Call("3", "invented"));
            await session.AskAsync(Call("4", "crash"));
            await session.ShouldBeAliveAsync();
        }

        JsonElement[] lines = [.. File.ReadAllLines(file).Select(line => JsonElement.Parse(line))];
        File.Delete(file);
        lines
            .Select(line => line.GetProperty("outcome").GetString())
            .ShouldBe(["ok", "tool_error", "unknown_tool", "failed"]);
        lines.ShouldAllBe(line => line.GetProperty("principal").GetString() == new string('0', 16));
        lines.Select(line => line.GetProperty("request").GetString()).Distinct().Count().ShouldBe(lines.Length);
    }

    [Fact]
    public async Task The_line_is_written_before_the_reply_leaves()
    {
        var audit = new AuditCollection();
        await using var session = new StdioSession(StdioSession.Services(audit));
        for (int i = 1; i <= 50; i++)
        {
            await session.AskAsync(Call($"{i}", "echo"));
            audit.Records.Count.ShouldBe(i);
        }
    }

    [Fact]
    public void Nothing_is_kept_where_nothing_is_wanted() => Create(AuditLog.None).ShouldBeNull();

    [Fact]
    public void A_destination_that_cannot_be_written_is_found_at_the_start() =>
        Should.Throw<OptionsException>(() => Create(Path.GetTempPath()));

    private static AuditLog? Create(string destination) =>
        AuditLog.Create(
            new ServerOptions { Audit = destination },
            AuditLog.None,
            NullLogger.Instance,
            TimeProvider.System
        );

    [Fact]
    public async Task A_message_is_a_span_that_names_the_pipe()
    {
        RequestLog<Activity> spans = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LimitMeter.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using (var telemetry = new McpTelemetry(McpTelemetry.Pipe, TimeProvider.System))
        {
            await using var session = new StdioSession(StdioSession.Services(telemetry: telemetry));
            await session.AskAsync(
                """{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x","_meta":{"traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}}}"""
            );
            await session.AskAsync(Call("2", "echo"));
        }

        Activity[] own = [.. spans.Where(span => (string?)span.GetTagItem("network.transport") == McpTelemetry.Pipe)];
        own.Select(span => span.DisplayName).ShouldBe(["tools/list", "tools/call"]);
        own[0].TraceId.ToString().ShouldBe("4bf92f3577b34da6a3ce929d0e0e4736");
        own[0].GetTagItem("error.type").ShouldBe("-32602");
        own[1].ParentId.ShouldBeNull();
        own.ShouldAllBe(span => span.GetTagItem("network.protocol.name") == null);
    }

    private static string Call(string id, string tool) =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}"}}""";
}
