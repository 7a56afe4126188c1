using System.Text;
using System.Text.Json;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Server.Tests.Transport;

public sealed class FuzzTests
{
    private const int Lines = 25_000;

    private static readonly string[] Seeds =
    [
        StdioSession.Handshake,
        """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
        """{"jsonrpc":"2.0","id":1,"method":"ping"}""",
        """{"jsonrpc":"2.0","id":"a\u0041","method":"tools/list","params":{}}""",
        """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo","arguments":{"a":[1,2,{"b":"\ud83d\ude00"}]},"_meta":{"progressToken":5}}}""",
        """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}""",
        """{"jsonrpc":"2.0","id":3,"method":"logging/setLevel","params":{"level":"info"}}""",
        """{"jsonrpc":"2.0","id":4,"result":{}}""",
        $$$"""{"jsonrpc":"2.0","id":5,"method":"tools/list","params":{{{{StdioSession.Modern}}}}}""",
        $$$"""{"jsonrpc":"2.0","id":6,"method":"server/discover","params":{{{{StdioSession.Modern}}}}}""",
    ];

    [Fact]
    public async Task Mutated_lines_never_stop_the_server_and_its_output_stays_json_rpc()
    {
        var random = new Random(20260728);
        await using var session = new StdioSession();
        for (int i = 0; i < Lines; i++)
        {
            session.Send(Mutation.Of(Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]), random));
            if (i % 1000 == 999)
            {
                await DrainUntilAsync(session, $"check-{i}");
            }
        }
    }

    /// <summary>Sends a ping and reads up to its reply, checking every message on the way.</summary>
    private static async Task DrainUntilAsync(StdioSession session, string id)
    {
        session.Send($$"""{"jsonrpc":"2.0","id":"{{id}}","method":"ping"}""");
        while (true)
        {
            JsonElement message = await session.ReceiveJsonAsync();
            bool isNotification = message.TryGetProperty("method", out _);
            (
                isNotification || message.TryGetProperty("result", out _) || message.TryGetProperty("error", out _)
            ).ShouldBeTrue();
            if (
                !isNotification
                && message.GetProperty("id") is { ValueKind: JsonValueKind.String } answered
                && answered.GetRawText() == $"\"{id}\""
            )
            {
                return;
            }
        }
    }
}
