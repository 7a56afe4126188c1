using System.Text;
using System.Text.Json;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class BadInputTests
{
    public static TheoryData<string, int, string> Messages =>
        new()
        {
            { "{", -32700, "null" },
            { "nonsense", -32700, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} trailing", -32700, "null" },
            {
                "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\",\"method\":\"tools/call\",\"params\":{\"name\":\"\\ud800\"}}",
                -32700,
                "null"
            },
            { $"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{Nested(200)}}}", -32700, "null" },
            { "[]", -32600, "null" },
            { "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", -32600, "null" },
            { "17", -32600, "null" },
            { "\"text\"", -32600, "null" },
            { "{}", -32600, "null" },
            { "{\"id\":1,\"method\":\"ping\"}", -32600, "1" },
            { "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", -32600, "1" },
            { "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", -32600, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1e3,\"method\":\"ping\"}", -32600, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}", -32600, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":{\"id\":1},\"method\":\"ping\"}", -32600, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"ping\"}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"Method\":\"tools/list\"}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"\\u006Dethod\":\"tools/list\"}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"ID\":1,\"id\":2,\"method\":\"ping\"}", -32600, "2" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":7}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}", -32601, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Ping\"}", -32601, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\"}", -32601, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":9223372036854775808,\"method\":\"ping\"}", -32600, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999,\"method\":\"no/such\"}", -32600, "null" },
            { $"{{\"jsonrpc\":\"2.0\",\"id\":\"{new string('x', 257)}\",\"method\":\"ping\"}}", -32600, "null" },
            { $"{{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"{new string('x', 257)}\"}}", -32600, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\",\"method\":\"ping\"}", -32700, "null" },
            { "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\",\"method\":\"no/such\"}", -32700, "null" },
            {
                "{\"jsonrpc\":\"2.0\",\"id\":\"\\udc00x\",\"method\":\"tools/call\",\"params\":{\"name\":\"echo\"}}",
                -32700,
                "null"
            },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\ud800\"}", -32700, "null" },
            {
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"\\ud800\"}}",
                -32700,
                "null"
            },
            { Call("{\"name\":\"echo\",\"_meta\":{\"progressToken\":\"\\ud800\"}}"), -32700, "null" },
            { Call("{\"name\":\"echo\",\"_meta\":{\"traceparent\":\"\\ud800\",\"x\\ud800\":1}}"), -32700, "null" },
            { Call("{}"), -32602, "1" },
            { Call("{\"name\":5}"), -32602, "1" },
            { Call("{\"name\":\"eco\"}"), -32602, "1" },
            { Call("{\"name\":\"echo\",\"arguments\":[]}"), -32602, "1" },
            { Call("{\"name\":\"echo\",\"arguments\":7}"), -32602, "1" },
            { Call("{\"name\":\"echo\",\"arguments\":\"{}\"}").Replace("tools/call", "prompts/get"), -32602, "1" },
            { Call("{\"name\":\"echo\",\"name\":\"hang\"}"), -32600, "1" },
            { Call("{\"name\":\"echo\",\"NAME\":\"hang\"}"), -32600, "1" },
            { Call("{\"name\":\"echo\",\"_meta\":5}"), -32602, "1" },
            { Call("{\"name\":\"echo\",\"_meta\":{\"progressToken\":1.5}}"), -32602, "1" },
            { Call("{\"name\":\"crash\"}"), -32603, "1" },
            { "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}}", -32602, "1" },
        };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_bad_message_gets_its_error_and_the_server_goes_on(string message, int code, string id)
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(message);

        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(code);
        reply.GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        reply.GetProperty("id").GetRawText().ShouldBe(id);
        await session.ShouldBeAliveAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/no-such\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":77}}")]
    [InlineData(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":9999999999999999999999}}"
    )]
    [InlineData("{\"jsonrpc\":\"2.0\",\"method\":\"ping\",\"params\":[]}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1,\"message\":\"x\"}}")]
    public async Task What_expects_no_reply_gets_none(string message)
    {
        await using var session = new StdioSession();
        session.Send(message);
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_a_parse_error()
    {
        await using var session = new StdioSession();
        byte[] line = Encoding.UTF8.GetBytes(Call("{\"name\":\"echo\",\"arguments\":{\"a\":\"?\"}}"));
        line[Array.IndexOf(line, (byte)'?')] = 0xC3;
        session.Send(line);

        JsonElement reply = await session.ReceiveJsonAsync();
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32700);
        await session.ShouldBeAliveAsync();
    }

    [Fact]
    public async Task The_longest_line_is_read_and_one_byte_more_is_refused()
    {
        await using var session = new StdioSession();
        session.Send(Padded(LineReader.MaxLineLength));
        (await session.ReceiveAsync()).ShouldBe("""{"jsonrpc":"2.0","id":5,"result":{}}""");

        session.Send(Padded(LineReader.MaxLineLength + 1));
        JsonElement reply = await session.ReceiveJsonAsync();
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32600);
        reply.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);

        session.Send(Padded(3 * LineReader.MaxLineLength));
        reply = await session.ReceiveJsonAsync();
        reply.GetProperty("error").GetProperty("code").GetInt32().ShouldBe(-32600);
        await session.ShouldBeAliveAsync();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("9007199254740993")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("\"\"")]
    [InlineData("\"a\\u0041\\n\\\"\"")]
    [InlineData("\"ä€😀\"")]
    public async Task Ids_are_echoed_byte_for_byte(string id)
    {
        await using var session = new StdioSession();
        session.Send($$"""{"jsonrpc":"2.0","id":{{id}},"method":"ping"}""");
        (await session.ReceiveAsync()).ShouldBe($$$"""{"jsonrpc":"2.0","id":{{{id}}},"result":{}}""");

        session.Send($$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"echo"}}""");
        (await session.ReceiveAsync()).ShouldStartWith($$"""{"jsonrpc":"2.0","id":{{id}},"result":""");
    }

    [Fact]
    public async Task A_bug_in_a_tool_shows_no_details()
    {
        await using var session = new StdioSession();
        session.Send(Call("{\"name\":\"crash\"}"));
        (await session.ReceiveAsync()).ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("{\"name\":\"echo\"}")]
    [InlineData("{\"name\":\"echo\",\"arguments\":null}")]
    [InlineData("{\"name\":\"echo\",\"arguments\":{}}")]
    public async Task Absent_arguments_are_an_empty_object(string parameters)
    {
        await using var session = new StdioSession();
        JsonElement reply = await session.AskAsync(Call(parameters));
        reply.GetProperty("result").GetProperty("content")[0].GetProperty("text").GetString().ShouldBe("{}");
    }

    private static string Call(string parameters) =>
        $$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{parameters}}}""";

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);

    private static string Padded(int length) => """{"jsonrpc":"2.0","id":5,"method":"ping"}""".PadRight(length);
}
