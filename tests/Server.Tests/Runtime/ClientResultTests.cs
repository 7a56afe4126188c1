using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Server.Tests.Transport;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Transport;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>A result is no longer than its client passes on: what is cut is cut by us, after an item, with a cursor.</summary>
public sealed class ClientResultTests
{
    private const int PerCall = 100;

    private const string List =
        "\"name\":\"get_workspace_tasks\",\"arguments\":{\"limit\":100,\"detail_level\":\"full\"";

    /// <summary>The ids of all tasks, as whoever takes everything gets them.</summary>
    private readonly Lazy<string[]> _all = new(static () =>
    {
        using var server = new Session(client: null, operators: 10_000_000);
        return [.. Pages(server, "full").SelectMany(IdsOf)];
    });

    /// <summary>What clients call themselves, and how many characters they pass on whole.</summary>
    public static TheoryData<string, int> Clients =>
        new()
        {
            { "codex-mcp-client", 12_017 },
            { "Codex", 12_017 },
            { "Cline", 8_000 },
            { "GitHub Copilot CLI", 8_192 },
            { "copilot-developer", 8_192 },
            { "Visual Studio Code - Insiders", 8_192 },
            { "gemini-cli-mcp-client", 40_000 },
            { "gemini-cli-mcp-client-clickup", 40_000 },
            { "claude-code", 60_000 },
            { "somebody else", 25_000 },
            { "", 25_000 },
        };

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_list_is_cut_at_an_item_and_goes_on_where_it_was_cut(string client, int most)
    {
        foreach (string level in (string[])["summary", "full"])
        {
            using var server = new Session(client);
            List<string> texts = Pages(server, level);
            foreach (string text in texts)
            {
                text.Length.ShouldBeLessThanOrEqualTo(most);
                if (client.Contains("codex", StringComparison.OrdinalIgnoreCase))
                {
                    // Which counts the text as it stands in JSON.
                    JsonEncodedText
                        .Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                        .EncodedUtf8Bytes.Length.ShouldBeLessThanOrEqualTo(most);
                }
            }

            string[] ids = [.. texts.SelectMany(IdsOf)];
            ids.ShouldBeUnique();
            ids.ShouldBe(_all.Value, ignoreOrder: true);
            texts
                .Select(static text => text.Contains("cut at", StringComparison.Ordinal))
                .ShouldBe(texts.Select(text => text != texts[^1] && IdsOf(text).Length < PerCall));
        }
    }

    [Theory]
    [InlineData("codex-mcp-client", 30_000)]
    [InlineData(null, 1_500)]
    public void What_the_operator_says_counts_for_every_client(string? client, int operators)
    {
        using var server = new Session(client, operators);
        int length = Encoding.UTF8.GetByteCount(server.Call($"{List}}}"));
        length.ShouldBeInRange(operators / 2, operators);
    }

    [Fact]
    public async Task A_modern_client_says_in_each_request_who_it_is()
    {
        await using HttpServer server = await HttpServer.StartAsync();
        (await LengthAsync("Cline")).ShouldBeInRange(4_000, 8_000);
        (await LengthAsync("claude-code")).ShouldBeGreaterThan(25_000);

        async Task<int> LengthAsync(string client)
        {
            string body = HttpServer
                .ModernJson("tools/call", $"{List}}}")
                .Replace(
                    "\"_meta\":{",
                    "\"_meta\":{\"io.modelcontextprotocol/clientInfo\":{\"version\":\"1\",\"name\":\""
                        + client
                        + "\"},",
                    StringComparison.Ordinal
                );
            using HttpResponseMessage response = await server.PostAsync(
                body,
                HttpServer.ModernHeaders("tools/call", "get_workspace_tasks")
            );
            return (await HttpServer.TextAsync(response)).Length;
        }
    }

    [Fact]
    public void A_long_thing_keeps_its_fields_and_says_what_is_cut()
    {
        using var server = new Session("x", operators: 1_000);
        string words = string.Concat(Enumerable.Repeat("lots of words ", 200));
        server.Call($"\"name\":\"update_task\",\"arguments\":{{\"task\":\"27075wz\",\"description\":\"{words}\"}}");
        string text = server.Call(
            "\"name\":\"get_task\",\"arguments\":{\"task\":\"27075wz\",\"fields\":[\"name\",\"status\",\"description\"]}"
        );
        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(500, 1_000);
        text.ShouldContain("cut at 1000 bytes");
        text.ShouldContain("status:");
    }

    [Theory]
    [InlineData("get_workspace", "\"include_members\":true", false)]
    [InlineData("find_tools", "\"query\":\"task\",\"limit\":10", true)]
    public void What_a_handler_writes_itself_keeps_to_it_too(string tool, string arguments, bool isCut)
    {
        using var server = new Session("x", operators: 1_000);
        string text = server.Call($"\"name\":\"{tool}\",\"arguments\":{{{arguments}}}");
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(1_000);
        text.Contains("cut at 1000 bytes", StringComparison.Ordinal).ShouldBe(isCut);
    }

    [Fact]
    public void The_spec_knows_the_clients_and_each_name_finds_its_own()
    {
        ClientResults results = ToolCatalog.ClientResults;
        results.Known.Length.ShouldBeGreaterThanOrEqualTo(6);
        foreach (KnownClient known in results.Known)
        {
            results.BytesFor(known.Name).ShouldBe(known.ResultBytes);
            results.BytesFor($"My {known.Name.ToUpperInvariant()}/2").ShouldBe(known.ResultBytes);
        }

        results.BytesFor(null).ShouldBe(results.Usual);
    }

    /// <summary>All the texts that it takes to read the list to its end.</summary>
    private static List<string> Pages(Session server, string level)
    {
        List<string> texts = [];
        string? cursor = null;
        do
        {
            string next = cursor is null ? "" : $",\"cursor\":\"{cursor}\"";
            texts.Add(
                server.Call(
                    $"\"name\":\"get_workspace_tasks\",\"arguments\":{{\"limit\":{PerCall},\"detail_level\":\"{level}\"{next}}}"
                )
            );
            cursor = CursorOf(texts[^1].Split('\n')[0]);
        } while (cursor is not null);

        return texts;
    }

    /// <summary>The ids of the items of one text, each of which must be whole, and as many as its header says.</summary>
    private static string[] IdsOf(string text)
    {
        string[] lines = text.Split('\n');
        int count = int.Parse(lines[0].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        int head = Array.FindIndex(lines, static line => line.StartsWith("id\t", StringComparison.Ordinal));
        string[] items =
            head < 0 ? [.. lines.Where(static line => line.StartsWith('{'))] : lines[(head + 1)..][..count];
        items.Length.ShouldBe(count, lines[0]);
        return
        [
            .. items.Select(item =>
                head < 0 ? JsonElement.Parse(item).GetProperty("id").GetString()! : item.Split('\t')[0]
            ),
        ];
    }

    private static string? CursorOf(string header)
    {
        const string Start = "cursor=";
        int start = header.IndexOf(Start, StringComparison.Ordinal);
        return start < 0 ? null : header[(start + Start.Length)..].Split(' ', ',', ')')[0];
    }

    /// <summary>A server over the sandbox that takes one message after the other.</summary>
    private sealed class Session : IDisposable
    {
        private readonly InputStream _input = new();
        private readonly OutputStream _output = new();
        private readonly StdioServer _server;
        private readonly Task _run;

        public Session(string? client, int? operators = null)
        {
            var options = new ServerOptions
            {
                Sandbox = true,
                CallsPerMinute = 0,
                MaxResponseBytes = operators,
            };
            _server = new StdioServer(
                _input,
                _output,
                new CompositionRoot(TimeProvider.System).CreateInventory(options),
                StdioSession.Services()
            );
            _run = Task.Factory.StartNew(_server.Run, TaskCreationOptions.LongRunning);
            string info = client is null
                ? ""
                : $$"""
                    ,"clientInfo":{"name":"{{client}}","version":"1"}
                    """;
            Ask(
                $$$"""{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{}{{{info}}}}}"""
            );
        }

        public string Call(string parameters)
        {
            JsonElement result = Ask(
                    $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{{{parameters}}}}}"""
                )
                .GetProperty("result");
            result.TryGetProperty("isError", out _).ShouldBeFalse(result.ToString());
            return result.GetProperty("content")[0].GetProperty("text").GetString()!;
        }

        public void Dispose()
        {
            _input.End();
            _run.Wait(StdioSession.Patience);
            _server.Dispose();
        }

        private JsonElement Ask(string line)
        {
            _input.Send([.. Encoding.UTF8.GetBytes(line), (byte)'\n']);
            Task<string> reply = _output.Lines.ReadAsync(TestContext.Current.CancellationToken).AsTask();
            return JsonElement.Parse(reply.WaitAsync(StdioSession.Patience).GetAwaiter().GetResult());
        }
    }
}
