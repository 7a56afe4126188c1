using System.Text;

namespace ClickUpMcp.Driver.Http;

/// <summary>A kind of request whose size can be chosen, to see whether the work that it makes is in proportion.</summary>
/// <param name="Name">What is large.</param>
/// <param name="Size">The bytes of the smallest that is measured.</param>
/// <param name="Make">Makes one in which that many bytes are what the name says.</param>
public sealed record SizedRequest(string Name, int Size, Func<Uri, int, byte[]> Make)
{
    /// <summary>How many times larger the others are that are measured.</summary>
    public static IReadOnlyList<int> Factors { get; } = [1, 4, 16];

    // 16 times this is the longest head that is taken.
    private const int HeaderSize = 1_700;
    private const int BodySize = 24_000;

    public static IReadOnlyList<SizedRequest> All { get; } =
    [
        Header("unknown names in X-Disabled-Tools", size => $"X-Disabled-Tools: {Numbered(size, "get_tsk")}"),
        Header(
            "one name again and again in X-Disabled-Tools",
            size => $"X-Disabled-Tools: {Filled(size, "get_task,")}"
        ),
        Header("unknown names in X-Enabled-Categories", size => $"X-Enabled-Categories: {Numbered(size, "taks")}"),
        Header("unknown names in X-Persona", size => $"X-Persona: {Numbered(size, "auditr")}"),
        Header(
            "X-ClickUp-Additional-Keys",
            size => $"X-ClickUp-Key: pk_1_A\r\nX-ClickUp-Additional-Keys: {Numbered(size, "pk_2_B")}"
        ),
        Header("X-ClickUp-Key", size => $"X-ClickUp-Key: pk_1_{Filled(size, "A")}"),
        Header("X-ClickUp-Team-Id", size => $"X-ClickUp-Team-Id: {Filled(size, "9")}"),
        Header("Authorization", size => $"Authorization: Bearer {Filled(size, "a")}"),
        Header("Accept", size => $"Accept: {Filled(size, "text/x;q=0.1, ")}"),
        Header("Origin", size => $"Origin: http://{Filled(size, "a.")}example"),
        Header("traceparent", size => $"traceparent: 00-{Filled(size, "4bf9")}"),
        Header("an unknown header", size => $"X-Unknown: {Filled(size, "a,")}"),
        Header("a base64 Mcp-Name", size => $"Mcp-Name: =?base64?{Filled(size, "QUJD")}?="),
        new(
            "the path",
            HeaderSize,
            (address, size) => Call(new Uri(address, $"/mcp/{Filled(size, "a/")}"), "get_task", "{}")
        ),
        Argument("a long name of a task", "get_task", size => $$"""{"task":"{{Filled(size, "x")}}"}"""),
        Argument("an array in place of a text", "get_task", size => $$"""{"task":[{{Filled(size, "1,")}}1]}"""),
        Argument("unknown arguments", "get_task", size => $$"""{ {{Members(size, "tsk")}} }"""),
        Argument(
            "one argument again and again",
            "get_task",
            size => $$"""{ {{Filled(size, "\"task\":1,")}}"task":1}"""
        ),
        Argument("unknown fields", "get_task", size => $$"""{"task":"27075wz","fields":[{{Texts(size, "nme")}}]}"""),
        Argument(
            "a long date",
            "list_tasks",
            size => $$"""{"list":"90152000002","due_before":"{{Filled(size, "in 3 days ")}}"}"""
        ),
        Argument(
            "a list of statuses",
            "list_tasks",
            size => $$"""{"list":"90152000002","statuses":[{{Texts(size, "stat")}}]}"""
        ),
        Argument("a cursor", "list_tasks", size => $$"""{"list":"90152000002","cursor":"{{Filled(size, "QUJD")}}"}"""),
        Argument(
            "a question to find_tools",
            "find_tools",
            size => $$"""{"query":"{{Filled(size, "find my tasks ")}}"}"""
        ),
        Argument(
            "Markdown",
            "create_task",
            size =>
                $$"""{"list":"90152000002","name":"x","description":"{{Filled(size, "a *b* **c** [d](e) `f` \\n- g ")}}"}"""
        ),
        Argument(
            "open brackets in Markdown",
            "create_task",
            size => $$"""{"list":"90152000002","name":"x","description":"{{Filled(size, "[*_`![")}}"}"""
        ),
        Argument("escapes", "get_task", size => $$"""{"task":"{{Filled(size, "\\u0041\\n")}}"}"""),
        Argument("an unknown tool", $"x", size => $$"""{"task":"{{Filled(size, "x")}}"}"""),
        Body("white space", size => $$"""{"jsonrpc":"2.0",{{Filled(size, " ")}}"id":1,"method":"ping"}"""),
        Body("unknown members", size => $$"""{"jsonrpc":"2.0","id":1,"method":"ping",{{Members(size, "x")}} }"""),
        Body("a long id", size => $$"""{"jsonrpc":"2.0","id":"{{Filled(size, "i")}}","method":"ping"}"""),
        Body("a long number", size => $$"""{"jsonrpc":"2.0","id":{{Filled(size, "9")}},"method":"ping"}"""),
        Body("a long method", size => $$"""{"jsonrpc":"2.0","id":1,"method":"{{Filled(size, "m")}}"}"""),
        Body("a batch", size => $$"""[{{Filled(size, """{"jsonrpc":"2.0","id":1,"method":"ping"},""")}}1]"""),
        Body("open brackets", size => Filled(size, "[")),
        Body("no JSON", size => Filled(size, "\\\"")),
        Body(
            "a long client name",
            size =>
                $$"""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"clientInfo":{"name":"{{Filled(size, "n")}}"} } }"""
        ),
        Body(
            "a long progress token",
            size =>
                $$"""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":{"progressToken":"{{Filled(size, "t")}}"} } }"""
        ),
        Body(
            "capabilities",
            size =>
                $$"""{"jsonrpc":"2.0","id":1,"method":"ping","params":{"capabilities":{ {{Members(size, "c")}} } } }"""
        ),
    ];

    public override string ToString() => Name;

    private static SizedRequest Header(string name, Func<int, string> header) =>
        new(name, HeaderSize, (address, size) => McpRequest.Stateless(address, McpCall.List, $"{header(size)}\r\n"));

    private static SizedRequest Argument(string name, string tool, Func<int, string> arguments) =>
        new(name, BodySize, (address, size) => Call(address, tool, arguments(size)));

    private static SizedRequest Body(string name, Func<int, string> body) =>
        new(name, BodySize, (address, size) => McpRequest.Post(address, body(size), []));

    private static byte[] Call(Uri address, string tool, string arguments) =>
        McpRequest.Stateless(address, McpCall.Tool(tool, arguments));

    private static string Filled(int size, string part) =>
        new StringBuilder(size).Insert(0, part, Math.Max(1, size / part.Length)).ToString();

    private static string Numbered(int size, string name) => Joined(size, i => $"{name}{i}");

    private static string Texts(int size, string text) => Joined(size, i => $"\"{text}{i}\"");

    private static string Members(int size, string name) => Joined(size, i => $"\"{name}{i}\":1");

    private static string Joined(int size, Func<int, string> part)
    {
        var text = new StringBuilder(size);
        for (var i = 0; text.Length < size; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(part(i));
        }

        return text.ToString();
    }
}
