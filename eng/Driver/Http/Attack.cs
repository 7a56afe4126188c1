using System.Text;

namespace ClickUpMcp.Driver.Http;

/// <summary>Something that a hostile client does to a server over HTTP; a round of it ends by itself.</summary>
/// <param name="Name">What it is.</param>
/// <param name="RunAsync">Makes one round.</param>
public sealed record Attack(string Name, Func<AttackTarget, Task> RunAsync)
{
    private const int LargestBody = 4 * 1024 * 1024;
    private const int Long = 4_000_000;

    private static readonly string[] Tools =
    [
        "get_task",
        "create_task",
        "update_task",
        "delete_task",
        "get_list",
        "create_list",
        "update_list",
        "delete_list",
        "get_folder",
        "get_space",
        "get_goal",
        "list_goals",
        "list_views",
        "get_view",
        "get_current_user",
        "list_tasks",
    ];

    public static IReadOnlyList<Attack> All { get; } =
    [
        new("bodies that are announced and do not come", AnnounceAsync),
        new("large bodies at once", target => ParallelAsync(target, 64, LargeBody(target))),
        new("large bodies of small values", target => ParallelAsync(target, 32, SmallValues(target))),
        new("many unknown arguments", target => ParallelAsync(target, 8, UnknownArguments(target))),
        new("long progress tokens", target => ParallelAsync(target, 16, ProgressToken(target))),
        new("long client names", target => ParallelAsync(target, 16, ClientName(target))),
        new("sessions", target => target.SendAllAsync(Repeat(target, 200, _ => Initialize(target)))),
        new("pairs of filters", target => target.SendAllAsync(Repeat(target, 500, i => Filters(target, i)))),
        new("unknown names in filters", target => target.SendAllAsync(Repeat(target, 20, _ => UnknownNames(target)))),
        new("credentials", target => target.SendAllAsync(Repeat(target, 500, i => Credential(target, i)))),
        new("wrong bearers", target => target.SendAllAsync(Repeat(target, 300, i => WrongBearer(target, i)))),
        new("unknown methods", target => target.SendAllAsync(Repeat(target, 500, _ => UnknownMethod(target)))),
        new("messages that are none", target => target.SendAllAsync(Broken(target))),
        new("paths that do not exist", target => target.SendAllAsync(Repeat(target, 200, i => Path(target, i)))),
    ];

    public override string ToString() => Name;

    /// <summary>As many as one principal may have open; the server ends them when nothing comes.</summary>
    private static async Task AnnounceAsync(AttackTarget target)
    {
        var head = Encoding.ASCII.GetBytes(
            $"POST {target.Address.AbsolutePath} HTTP/1.1\r\nHost: {target.Address.Authority}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {LargestBody}\r\n{target.Authorization}\r\n"
        );
        await Task.WhenAll(Enumerable.Range(0, 256).Select(_ => target.SendAsync(head)));
    }

    private static async Task ParallelAsync(AttackTarget target, int count, byte[] request)
    {
        for (var round = 0; round < target.Scale; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(_ => target.SendAsync(request)));
        }
    }

    private static IEnumerable<byte[]> Repeat(AttackTarget target, int count, Func<int, byte[]> request) =>
        Enumerable.Range(0, count * target.Scale).Select(request);

    private static byte[] LargeBody(AttackTarget target) =>
        target.Request(
            McpCall.Tool(
                "create_task",
                $$"""{"list":"90152000002","name":"x","description":"{{Filled("a *b* ", Long)}}"}"""
            )
        );

    private static byte[] SmallValues(AttackTarget target) =>
        target.Request(McpCall.Tool("get_task", $$"""{"task":[{{Filled("""{"a":1},""", Long)}}1]}"""));

    private static byte[] UnknownArguments(AttackTarget target) =>
        target.Request(
            McpCall.Tool(
                "get_task",
                $"{{{string.Join(',', Enumerable.Range(0, 250_000).Select(static i => $"\"tsk{i}\":1"))}}}"
            )
        );

    private static byte[] ProgressToken(AttackTarget target) =>
        Post(target, "tools/call", $$"""{"name":"get_task","_meta":{"progressToken":"{{Filled("t", Long)}}"} }""");

    private static byte[] ClientName(AttackTarget target) =>
        Post(
            target,
            "initialize",
            $$"""
            {"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"{{Filled(
                "n",
                Long
            )}}","version":"1"} }
            """
        );

    private static byte[] Post(AttackTarget target, string method, string parameters) =>
        McpRequest.Post(
            target.Address,
            $$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}} }""",
            [target.Authorization]
        );

    private static byte[] Initialize(AttackTarget target) =>
        McpRequest.Initialize(target.Address, target.Authorization);

    private static byte[] Filters(AttackTarget target, int i) =>
        target.Request(
            McpCall.List,
            $"X-Disabled-Tools: {Tools[i % Tools.Length]},{Tools[i / Tools.Length % Tools.Length]}"
                + $"{(i / (Tools.Length * Tools.Length) % 2 == 0 ? "" : ",find_tools")}\r\n",
            $"X-ClickUp-Team-Id: {9_000_000 + i}\r\n",
            "X-ClickUp-Key: pk_1_ATTACKER\r\n"
        );

    private static byte[] UnknownNames(AttackTarget target) =>
        target.Request(
            McpCall.List,
            $"X-Disabled-Tools: {string.Join(',', Enumerable.Range(0, 2_500).Select(static i => $"get_tsk{i}"))}\r\n"
        );

    private static byte[] Credential(AttackTarget target, int i) =>
        target.Request(McpCall.List, $"X-ClickUp-Key: pk_{i}_ATTACKER\r\n");

    private static byte[] WrongBearer(AttackTarget target, int i) =>
        McpRequest.Stateless(target.Address, McpCall.List, $"Authorization: Bearer wrong-{i:D20}\r\n");

    private static byte[] UnknownMethod(AttackTarget target) => target.Request(new McpCall("tools/invented"));

    private static IEnumerable<byte[]> Broken(AttackTarget target) =>
        (
            (string[])
                [
                    """{"jsonrpc":"2.0","id":"\ud800","method":"tools/list"}""",
                    $$"""{"jsonrpc":"2.0","id":{{Filled("9", 300)}},"method":"initialize"}""",
                    $$"""{"jsonrpc":"2.0","id":{{Filled("9", Long)}},"method":"ping"}""",
                    """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"\udc00"}}""",
                    Filled("[", 100_000),
                    "{",
                    "",
                    "\0\0\0",
                    $"[{Filled("""{"jsonrpc":"2.0","id":1,"method":"ping"},""", 40_000)}1]",
                ]
        ).Select(json => McpRequest.Post(target.Address, json, [target.Authorization]));

    private static byte[] Path(AttackTarget target, int i) =>
        McpRequest.Stateless(new Uri(target.Address, $"/mcp/{i}/a/b/c"), McpCall.List, target.Authorization);

    private static string Filled(string part, int length) =>
        new StringBuilder(length).Insert(0, part, length / part.Length).ToString();
}
