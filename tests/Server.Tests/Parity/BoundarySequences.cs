using System.Text;

namespace ClickUpMcp.Tests.Parity;

/// <summary>Sequences picked by hand: concurrency, cancellation, progress, failures, and bytes that are no text.</summary>
internal static class BoundarySequences
{
    private const string Modern =
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{}}";

    public static IEnumerable<ParitySequence> All => [.. Fakes.Select(AsFake), .. Reals];

    private static IEnumerable<ParitySequence> Fakes =>
        [
            Legacy("echo", Ask(Call("1", "echo", ",\"arguments\":{\"a\":[1,2,{\"b\":\"ü\\ud83d\\ude00\"}]}"))),
            ModernOf("echo", Ask(Call("1", "echo", $",\"arguments\":{{\"a\":1}},{Modern}"))),
            Legacy("refuse", Ask(Call("1", "refuse"))),
            Legacy("crash", Ask(Call("1", "crash")), Ask(Call("2", "echo"))),
            ModernOf("crash", Ask(Call("1", "crash", $",{Modern}"))),
            Legacy("progress", Ask(Call("1", "progress", ",\"_meta\":{\"progressToken\":\"p\"}"))),
            Legacy("progress by number", Ask(Call("\"a\"", "progress", ",\"_meta\":{\"progressToken\":-3}"))),
            Legacy("progress that nobody asked for", Ask(Call("1", "progress"))),
            ModernOf("progress", Ask(Call("1", "progress", "," + WithToken("\"\\u0074\"")))),
            Legacy("structured", Ask(Call("1", "structure"))),
            ModernOf("structured", Ask(Call("1", "structure", $",{Modern}"))),
            Legacy(
                "a call that waits",
                Begin(Call("1", "wait")),
                Ask(Call("2", "echo")),
                Ask(Ping("3")),
                ParityStep.Release
            ),
            ModernOf(
                "a call that waits",
                Begin(Call("1", "wait", $",{Modern}")),
                Ask(Call("2", "echo", $",{Modern}")),
                ParityStep.Release
            ),
            Legacy("an id in use", Begin(Call("7", "wait")), Ask(Call("7", "echo")), ParityStep.Release),
            Legacy("a string is no number", Begin(Call("7", "wait")), Ask(Call("\"7\"", "echo")), ParityStep.Release),
            Legacy(
                "another spelling of an id in use",
                Begin(Call("\"a\"", "wait")),
                Ask(Call("\"\\u0061\"", "echo")),
                ParityStep.Release
            ),
            Legacy(
                "an id of a running call for another method",
                Begin(Call("7", "wait")),
                Ask(Ping("7")),
                Ask(Request("7", "no/such")),
                ParityStep.Release
            ),
            Legacy("a cancelled call", Begin(Call("7", "hang")), Ask(Cancel("7")), Ask(Call("7", "echo"))),
            Legacy(
                "cancelled by another spelling",
                Begin(Call("\"a\"", "hang")),
                Ask(Cancel("\"\\u0061\"")),
                Ask(Call("\"a\"", "echo"))
            ),
            ModernOf(
                "a cancelled call",
                Begin(Call("7", "hang", $",{Modern}")),
                Ask(Cancel("7", $",{Modern}")),
                Ask(Call("7", "echo", $",{Modern}"))
            ),
            Legacy("cancelled too late", Ask(Call("7", "echo")), Ask(Cancel("7")), Ask(Call("7", "echo"))),
            Legacy(
                "initialize twice",
                Ask(Handshake("2025-03-26")),
                Ask(Call("1", "structure")),
                Ask(Handshake("2025-06-18")),
                Ask(Call("1", "structure"))
            ),
            Legacy(
                "batches in the revision that has them",
                Ask(Handshake("2025-03-26")),
                Ask($"[{Call("1", "echo")},{Ping("2")},{Call("3", "refuse")}]"),
                Ask($"[{Ping("4")},1,{{}},{Request("5", "no/such")},{Call("6", "crash")}]"),
                Ask($"[{Call("7", "progress", ",\"_meta\":{\"progressToken\":\"p\"}")}]"),
                Ask("[]"),
                Ask("""[{"jsonrpc":"2.0","method":"notifications/initialized"}]"""),
                Ask($"[{Handshake("2025-06-18")},{Ping("8")}]"),
                Ask($"[{Call("9", "echo", $",{Modern}")}]")
            ),
            Legacy("batches in a revision without them", Ask($"[{Call("1", "echo")},{Ping("2")}]"), Ask("[]")),
            Legacy("a handshake that cannot be cancelled", Ask(Cancel("\"h\""))),
            ModernOf(
                "a subscription",
                Ask(Request("1", "subscriptions/listen", $"\"notifications\":{{\"toolsListChanged\":true}},{Modern}"))
            ),
            ModernOf("a tool that asks the client", Ask(Call("1", "ask", $",\"arguments\":{{}},{Modern}"))),
            Legacy("a subscription", Ask(Request("1", "subscriptions/listen", "\"notifications\":{}"))),
            Legacy("level", Ask(Request("\"level\"", "logging/setLevel", "\"level\":\"info\""))),
        ];

    private static IEnumerable<ParitySequence> Reals =>
        [
            Legacy(
                "a list that goes on",
                Ask(Call("1", "list_tasks", ",\"arguments\":{\"list\":\"Product Backlog\",\"limit\":1}"))
            ),
            Legacy(
                "depth 64 and 65",
                Ask(Nested(61)),
                Ask(Nested(62)),
                Ask(Nested(63)),
                Ask(Nested(64)),
                Ask(Nested(65))
            ),
            Legacy(
                "no UTF-8",
                Ask([.. "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""u8, 0xFF, .. "\"}"u8]),
                Ask(Ping("2"))
            ),
            Legacy(
                "an overlong slash",
                Ask([.. "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools"u8, 0xC0, 0xAF, .. "list\"}"u8])
            ),
            Legacy("a byte order mark", Ask([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Ping("1"))]), Ask(Ping("2"))),
            Legacy("a zero byte", Ask([.. Encoding.UTF8.GetBytes(Ping("1")), 0]), Ask(Ping("2"))),
            Legacy("half a surrogate pair", Ask(Ping("\"\\ud800\"")), Ask(Call("1", "\\udc00"))),
            Legacy("a carriage return", Ask(Ping("1") + "\r")),
            Legacy(
                "a long unknown member",
                Ask($$"""{"jsonrpc":"2.0","id":1,"method":"ping","{{new string('x', 3000)}}":1}""")
            ),
            Legacy(
                "refused notifications",
                Ask("""{"jsonrpc":"2.0","method":"notifications/cancelled","params":[]}"""),
                Ask(Cancel("{}")),
                Ask(Ping("1"))
            ),
            Legacy("blank lines", Ask(""), Ask(" \t\r"), Ask(Ping("1"))),
            Legacy("over every limit", Ask(Call(new string('1', 16 * 1024 * 1024), "get_task")), Ask(Ping("2"))),
            Legacy(
                "a large argument",
                Ask(Call("1", "get_task", $",\"arguments\":{{\"task\":\"{new string('x', 100_000)}\"}}"))
            ),
            Legacy(
                "writes are seen by later reads",
                Ask(Call("1", "update_task", ",\"arguments\":{\"task\":\"27075wz\",\"name\":\"Renamed\"}")),
                Ask(Call("2", "get_task", ",\"arguments\":{\"task\":\"27075wz\"}")),
                Ask(Call("3", "delete_task", ",\"arguments\":{\"task\":\"27075wz\"}")),
                Ask(Call("4", "get_task", ",\"arguments\":{\"task\":\"27075wz\"}")),
                Ask(Call("5", "list_changes"))
            ),
            Legacy("arguments for files", Ask(Request("1", "tools/list", ""))) with
            {
                Configure = static options => options.EnabledTools = ["upload_attachment", "get_attachment"],
            },
            .. Offers.Select(static asked =>
                Legacy($"{asked.Method}", Ask(Request("1", asked.Method, asked.Parameters)))
            ),
            .. Offers.Select(static asked =>
                ModernOf(
                    $"{asked.Method}",
                    Ask(
                        Request("1", asked.Method, asked.Parameters + (asked.Parameters.Length > 0 ? "," : "") + Modern)
                    )
                )
            ),
            ModernOf(
                "a tool that runs another",
                Ask(Call("1", "run_read_tool", $",\"arguments\":{{\"name\":\"get_current_user\"}},{Modern}")),
                Ask(Call("2", "run_write_tool", $",\"arguments\":{{\"name\":\"get_tsk\"}},{Modern}"))
            ),
            Legacy(
                "call limit",
                Ask(Call("1", "get_current_user")),
                Ask(Call("2", "get_current_user")),
                Ask(Call("3", "get_current_user")),
                Ask(Ping("4"))
            ) with
            {
                Configure = static options => options.CallsPerMinute = 2,
            },
            ModernOf(
                "call limit",
                Ask(Call("1", "get_current_user", $",{Modern}")),
                Ask(Call("2", "get_current_user", $",{Modern}")),
                Ask(Call("3", "get_current_user", $",{Modern}"))
            ) with
            {
                Configure = static options => options.CallsPerMinute = 2,
            },
            new(
                "both eras by turns",
                [
                    Ask(Request("1", "server/discover", Modern)),
                    Ask(Handshake("2025-06-18")),
                    Ask(Call("2", "get_current_user")),
                    Ask(Call("3", "get_current_user", $",{Modern}")),
                    Ask(Request("4", "tools/list", Modern)),
                    Ask(Request("5", "tools/list", "")),
                ]
            )
            {
                Configure = static options => options.Structured = true,
            },
            new(
                "no handshake",
                [
                    Ask(Ping("1")),
                    Ask(Request("2", "tools/list", "")),
                    Ask(Request("3", "server/discover", "")),
                    Ask(Request("4", "no/such")),
                    Ask("""{"jsonrpc":"2.0","id":1,"result":{}}"""),
                    Ask("""{"jsonrpc":"2.0","method":"notifications/initialized"}"""),
                ]
            ),
        ];

    private static (string Method, string Parameters)[] Offers =>
        [
            ("prompts/list", ""),
            ("prompts/list", "\"cursor\":\"x\""),
            ("prompts/get", "\"name\":\"standup\",\"arguments\":{\"person\":\"Anna \\\"\\u202e\"}"),
            ("prompts/get", "\"name\":\"triage\",\"arguments\":{}"),
            ("prompts/get", "\"name\":\"none\""),
            ("resources/list", ""),
            ("resources/list", "\"cursor\":\"x\""),
            ("resources/templates/list", ""),
            ("resources/read", "\"uri\":\"clickup://Acme/task/27075wz\""),
            ("resources/read", "\"uri\":\"clickup://Acme/list/Product%20Backlog/tasks\""),
            ("resources/read", "\"uri\":\"clickup://Acme/task/none\""),
            ("resources/read", "\"uri\":\"file:///etc/passwd\""),
            (
                "completion/complete",
                "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"triage\"},\"argument\":{\"name\":\"place\",\"value\":\"en\"}"
            ),
            (
                "completion/complete",
                "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"none\"},\"argument\":{\"name\":\"place\",\"value\":\"\"}"
            ),
        ];

    private static ParitySequence AsFake(ParitySequence sequence) => sequence with { UsesFakeTools = true };

    private static ParitySequence Legacy(string name, params ParityStep[] steps) =>
        new($"legacy: {name}", [Ask(Handshake("2025-11-25")), Ask(Initialized), .. steps]);

    private static ParitySequence ModernOf(string name, params ParityStep[] steps) => new($"modern: {name}", steps);

    private static ParityStep Ask(string message) => ParityStep.Ask(message);

    private static ParityStep Ask(byte[] message) => new(StepKind.Ask, message);

    private static ParityStep Begin(string message) => ParityStep.Begin(message);

    private const string Initialized = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private static string Handshake(string version) =>
        $$$$"""{"jsonrpc":"2.0","id":"h","method":"initialize","params":{"protocolVersion":"{{{{version}}}}","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private static string Ping(string id) => Request(id, "ping");

    private static string Request(string id, string method, string parameters = "") =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"{{{method}}}","params":{{{{parameters}}}}}""";

    private static string Call(string id, string tool, string more = "") =>
        $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"tools/call","params":{"name":"{{{tool}}}"{{{more}}}}}""";

    private static string Cancel(string id, string more = "") =>
        $$$"""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":{{{id}}}{{{more}}}}}""";

    private static string WithToken(string token) =>
        Modern.Replace("{\"io", $"{{\"progressToken\":{token},\"io", StringComparison.Ordinal);

    private static string Nested(int depth) =>
        $$"""{"jsonrpc":"2.0","id":1,"method":"ping","x":{{new string('[', depth)}}{{new string(']', depth)}}}""";
}
