using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Parity;

/// <summary>Makes up messages, most of them nearly right, out of a seeded source of chance.</summary>
internal sealed class MessageGrammar(Random random)
{
    private const string Modern = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"";
    private const string Capabilities = "\"io.modelcontextprotocol/clientCapabilities\":{}";

    private static readonly string[] OddIds =
    [
        "\"\"",
        "\"ü\\u00e9\"",
        "\"\\u0061\"",
        "\"1\"",
        "0",
        "-1",
        "-0",
        "9007199254740993",
        "9223372036854775807",
        "18446744073709551616",
        "123456789012345678901234567890",
        "1.0",
        "1.5",
        "1e3",
        "null",
        "true",
        "{}",
        "[]",
        "\"\\ud800\"",
        $"\"{new string('x', 300)}\"",
    ];

    // Not those that look names up: what was looked up is kept, over stdio for all requests and over HTTP for those of a session,
    // so that a line of audit tells whether ClickUp was asked. BoundarySequences has them.
    private static readonly string[] OtherMethods =
    [
        "\"ping\"",
        "\"server/discover\"",
        "\"prompts/list\"",
        "\"prompts/get\"",
        "\"resources/templates/list\"",
        "\"logging/setLevel\"",
        "\"roots/list\"",
        "\"sampling/createMessage\"",
        "\"tasks/get\"",
        "\"no/such\"",
        "\"\"",
        "\"TOOLS/LIST\"",
        "\"tools/list \"",
        "\"tools\\/list\"",
        "\"notifications/initialized\"",
        "5",
        "null",
        "[]",
    ];

    private static readonly string[] OddParameters =
    [
        "null",
        "{}",
        "[]",
        "\"x\"",
        "5",
        "{\"cursor\":\"x\"}",
        "{\"cursor\":null}",
        "{\"_meta\":null}",
        "{\"_meta\":5}",
        "{\"_meta\":{}}",
        "{\"_meta\":{\"progressToken\":{}}}",
        "{\"_meta\":{\"progressToken\":1.5}}",
        "{\"_meta\":{\"progressToken\":null}}",
        "{\"_meta\":{\"progressToken\":\"p\"}}",
        "{\"name\":\"x\",\"uri\":\"clickup://x\"}",
        "{\"name\":\"standup\",\"uri\":\"clickup://Acme/task/27075wz\"}",
        "{\"name\":\"triage\",\"uri\":\"clickup://Acme/%2e%2e\",\"arguments\":{\"place\":\"\\ud800\"}}",
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"standup\"},\"argument\":{\"name\":\"person\",\"value\":\"a\"}}",
        "{\"name\":5}",
        "{\"name\":\"x\",\"name\":\"y\"}",
        "{\"Name\":\"x\"}",
        "{\"level\":\"info\"}",
        "{\"level\":\"loud\"}",
        "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\"},\"argument\":{\"name\":\"a\",\"value\":\"b\"}}",
    ];

    private static readonly string[] OddMetas =
    [
        Modern,
        Capabilities,
        Modern + ",\"io.modelcontextprotocol/clientCapabilities\":[]",
        Modern + ",\"io.modelcontextprotocol/clientCapabilities\":null",
        "\"io.modelcontextprotocol/protocolVersion\":\"2099-01-01\"," + Capabilities,
        "\"io.modelcontextprotocol/protocolVersion\":\"2025-11-25\"," + Capabilities,
        "\"io.modelcontextprotocol/protocolVersion\":\"2025-03-26\"," + Capabilities,
        "\"io.modelcontextprotocol/protocolVersion\":\"draft\"," + Capabilities,
        "\"io.modelcontextprotocol/protocolVersion\":5," + Capabilities,
        "\"io.modelcontextprotocol/protocolVersion\":null," + Capabilities,
        "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"n\",\"version\":\"1\"}",
        "\"io.modelcontextprotocol/logLevel\":\"info\"",
        Modern + "," + Modern + "," + Capabilities,
        Modern + "," + Capabilities + ",\"progressToken\":true",
    ];

    private static readonly string[] OddArguments =
    [
        "",
        "\"arguments\":null",
        "\"arguments\":[]",
        "\"arguments\":\"x\"",
        "\"arguments\":{\"nope\":1}",
        "\"arguments\":{\"task\":5}",
        "\"arguments\":{\"task\":null}",
        "\"arguments\":{\"task\":\"27075wz\",\"task\":\"20bbn28\"}",
        "\"arguments\":{\"tsk\":\"27075wz\"}",
        "\"arguments\":{\"list\":\"no such list\"}",
        "\"arguments\":{\"workspace\":\"9\"}",
        "\"arguments\":{\"limit\":-1,\"detail_level\":\"huge\"}",
        "\"arguments\":{},\"arguments\":{}",
        "\"Arguments\":{}",
        "\"arguments\":{\"a\":\"\\ud83d\\ude00\\u0000\"}",
    ];

    private static readonly string[] OddTools =
    [
        "\"nothing\"",
        "\"get_tsk\"",
        "\"Get_Task\"",
        "\"\"",
        "\"get\\u005ftask\"",
        "\"aufgabe_löschen\"",
        "null",
        "5",
        "{}",
    ];

    private static readonly string[] Malformed =
    [
        "{",
        "{}",
        "[]",
        "{}{}",
        "null",
        "5",
        "\"x\"",
        "not json",
        "{\"jsonrpc\":\"2.0\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":2.0,\"id\":1,\"method\":\"ping\"}",
        "{\"id\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"METHOD\":\"x\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"ID\":1,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{\"code\":1,\"message\":\"m\"}}",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}]",
        "\uFEFF{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
        " \t{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} \r",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"unknown\":[{}]}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\",\"id\":null}",
    ];

    private static readonly string[] Responses =
    [
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"m\"}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":5}",
    ];

    private static readonly string[] Notifications =
    [
        "\"notifications/initialized\"",
        "\"notifications/initialized\",\"params\":null",
        "\"notifications/cancelled\"",
        "\"notifications/cancelled\",\"params\":{\"requestId\":1}",
        "\"notifications/cancelled\",\"params\":{\"requestId\":\"never\"}",
        "\"notifications/cancelled\",\"params\":{\"requestId\":{}}",
        "\"notifications/cancelled\",\"params\":[]",
        "\"notifications/progress\",\"params\":{\"progressToken\":1,\"progress\":1}",
        "\"notifications/roots/list_changed\"",
        "\"notifications/no_such\"",
        "\"tools/list\"",
        "\"tools/call\",\"params\":{\"name\":\"get_current_user\"}",
        "\"initialize\"",
    ];

    private static readonly ToolExample[] Examples =
    [
        .. ToolExample
            .ByTool.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(static pair => pair.Value),
    ];

    private int _lastId;

    /// <summary>A handshake, for any revision or none.</summary>
    public string Initialize()
    {
        string version = Pick(
            "\"2024-11-05\"",
            "\"2025-03-26\"",
            "\"2025-06-18\"",
            "\"2025-11-25\"",
            "\"2025-11-25\"",
            "\"2026-07-28\"",
            "\"2099-01-01\"",
            "\"\"",
            "null"
        );
        return $$$$"""{"jsonrpc":"2.0","id":{{{{NextId()}}}},"method":"initialize","params":{"protocolVersion":{{{{version}}}},"capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    }

    /// <summary>Any message of a legacy client.</summary>
    /// <param name="mayCall">Whether it may be a tool call.</param>
    public string Legacy(bool mayCall) =>
        random.Next(20) switch
        {
            < 8 when mayCall => Call(""),
            < 12 => Request(Pick(OtherMethods), OneOf(OddParameters, chance: 2)),
            < 14 => Request("\"tools/list\"", OneOf(OddParameters, chance: 3)),
            < 16 => $$"""{"jsonrpc":"2.0","method":{{Pick(Notifications)}}}""",
            < 17 => Pick(Responses),
            _ => Pick(Malformed),
        };

    /// <summary>Any message of a modern client.</summary>
    public string ModernMessage()
    {
        string meta = Meta();
        return random.Next(20) switch
        {
            < 8 => Call(meta),
            < 12 => Request(Pick(OtherMethods), $$"""{{{meta}}}"""),
            < 14 => Request("\"server/discover\"", $$"""{{{meta}}}"""),
            < 17 => Request("\"tools/list\"", Pick($$"""{{{meta}}}""", $$"""{"cursor":"x",{{meta}}}""")),
            < 18 => $$$"""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1,{{{meta}}}}}""",
            _ => Pick(Malformed),
        };
    }

    private string Call(string meta)
    {
        (string tool, string arguments) =
            random.Next(3) == 0 ? (Pick(OddTools), Pick(OddArguments))
            : Example() is var example && random.Next(4) == 0 ? (Quoted(example.Tool), Pick(OddArguments))
            : (Quoted(example.Tool), $"\"arguments\":{OneLine(example.Arguments)}");
        string[] members =
        [
            $"\"name\":{tool}",
            arguments,
            meta.Length > 0 ? meta : OneOf(["\"_meta\":{\"progressToken\":7}"], 4),
        ];
        return Request(
            "\"tools/call\"",
            "{" + string.Join(',', members.Where(static member => member.Length > 0)) + "}"
        );
    }

    private string Meta()
    {
        string content = random.Next(4) == 0 ? Pick(OddMetas) : $"{Modern},{Capabilities}";
        return $$"""
            "_meta":{{{content}}}
            """;
    }

    private string Request(string method, string parameters) =>
        $$"""{"jsonrpc":"2.0","id":{{Id()}},"method":{{method}}{{(parameters.Length > 0 ? $",\"params\":{parameters}" : "")}}}""";

    private string Id() => random.Next(5) == 0 ? Pick(OddIds) : NextId();

    private string NextId() => (++_lastId).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ToolExample Example() => Examples[random.Next(Examples.Length)];

    private string OneOf(string[] choices, int chance) => random.Next(chance) == 0 ? Pick(choices) : "";

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Quoted(string text) => $"\"{text}\"";

    private static string OneLine(string json) => json.ReplaceLineEndings("");
}
