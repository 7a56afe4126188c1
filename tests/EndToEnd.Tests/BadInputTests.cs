using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>Input no honest client sends: each gets a protocol error, and the server goes on.</summary>
public sealed class BadInputTests
{
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int MethodNotFound = -32601;

    public static TheoryData<string> BrokenLines() =>
        ["half", "two values", "a number", "deep nesting", "over 15 MiB", "no method"];

    [Theory]
    [MemberData(nameof(BrokenLines))]
    public async Task A_broken_line_is_refused_and_the_next_one_works(string kind)
    {
        await using var client = await StartAsync();

        await client.WriteLineAsync(Broken(kind), Limit.Short);
        await client.RequestAsync("ping", null, Limit.Short);

        ErrorCodes(client).ShouldHaveSingleItem().ShouldBeOneOf(ParseError, InvalidRequest);
    }

    [Fact]
    public async Task Invalid_UTF_8_is_refused_and_the_next_line_works()
    {
        await using var client = await StartAsync();

        byte[] line = [.. "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\""u8, 0xC3, 0x28, .. "\"}\n"u8];
        await client.WriteAsync(line, Limit.Short);
        await client.RequestAsync("ping", null, Limit.Short);

        ErrorCodes(client).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_unknown_method_is_named_as_such()
    {
        await using var client = await StartAsync();

        var reply = await client.SendAsync("no/such/method", null, Limit.Short);

        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(MethodNotFound);
    }

    [Fact]
    public async Task An_unknown_tool_is_answered_with_the_nearest_name()
    {
        await using var client = await StartAsync();

        var reply = await client.SendAsync("tools/call", new JsonObject { ["name"] = "creat_task" }, Limit.Short);

        reply.GetRawText().ShouldContain("create_task");
    }

    [Fact]
    public async Task Wrong_and_missing_arguments_are_told_all_at_once()
    {
        await using var client = await StartAsync();

        var reply = await client.CallAsync(
            "create_task",
            new JsonObject { ["priorty"] = "high", ["estimate"] = true },
            Limit.Short
        );

        reply.IsError.ShouldBeTrue();
        string[] expected = ["name", "list", "estimate", "priority"];
        expected.ShouldAllBe(word => reply.Text.Contains(word));
    }

    private static string Broken(string kind) =>
        kind switch
        {
            "half" => """{"jsonrpc":"2.0","id":7,"method":""",
            "two values" => "{} {}",
            "a number" => "42",
            "deep nesting" => new string('[', 100_000),
            "over 15 MiB" => $$"""{"jsonrpc":"2.0","id":7,"method":"ping","x":"{{new string('x', 16 << 20)}}"}""",
            "no method" => """{"jsonrpc":"2.0","id":7}""",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static async Task<StdioClient> StartAsync()
    {
        var client = ServerBinary.Start("stdio", "--sandbox");
        await client.InitializeAsync(Limit.Short);
        return client;
    }

    private static List<int> ErrorCodes(StdioClient client) =>
        [
            .. client
                .Lines.Select(line => JsonElement.Parse(line))
                .Where(message => message.TryGetProperty("error", out _))
                .Select(message => message.GetProperty("error").GetProperty("code").GetInt32()),
        ];
}
