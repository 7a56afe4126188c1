using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>What is taken for a message is one, and its id is what may be echoed.</summary>
internal sealed class EnvelopeTarget : IFuzzTarget
{
    private const int LongestId = 256;

    public string Name => "envelope";

    public IReadOnlyList<byte[]> Seeds { get; } = [.. Texts().Select(Encoding.UTF8.GetBytes)];

    public IReadOnlyList<string> Words { get; } =
    [
        "\"id\":",
        "\"method\":",
        "\"params\":",
        "\"jsonrpc\":\"2.0\"",
        "\\ud800",
        "\\u0000",
        "1e400",
        "-0",
        "99999999999999999999",
        "[[[[[[[[[[[[[[[[",
        "\"_meta\":{",
        "\"arguments\":",
        "null",
    ];

    public void Run(byte[] input)
    {
        Envelope envelope = EnvelopeReader.Read(input);
        if (envelope.Items is { } items)
        {
            foreach (Range item in items)
            {
                FuzzCheck.Holds(!input.AsSpan(item).IsEmpty, "an item of a batch is empty");
                Check(input[item], EnvelopeReader.Read(input.AsSpan(item)));
            }
        }
        else
        {
            Check(input, envelope);
        }
    }

    private static void Check(byte[] message, Envelope envelope)
    {
        if (!envelope.Id.Equals(default))
        {
            using JsonDocument id = JsonDocument.Parse(message.AsMemory(envelope.Id));
            FuzzCheck.Holds(
                id.RootElement.ValueKind switch
                {
                    JsonValueKind.String => Encoding.UTF8.GetByteCount(id.RootElement.GetString()!) <= LongestId,
                    JsonValueKind.Number => id.RootElement.TryGetInt64(out _) || id.RootElement.TryGetUInt64(out _),
                    _ => false,
                },
                "an id is no text of its length and no integer"
            );
        }

        if (envelope.Fault is null && envelope.Items is null)
        {
            FuzzCheck.IsJson(message, JsonValueKind.Object, "the message");
            if (envelope.HasMethod)
            {
                FuzzCheck.IsJson(message.AsMemory(envelope.MethodName), JsonValueKind.String, "the method");
            }
        }
    }

    private static IEnumerable<string> Texts() =>
        [
            """{"jsonrpc":"2.0","id":1,"method":"ping"}""",
            """{"jsonrpc":"2.0","id":"a\u0041","method":"tools/list","params":{"cursor":"x"}}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_task","arguments":{"a":[1,{"b":"\ud83d\ude00"}]},"_meta":{"progressToken":5}}}""",
            """{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"2"}}""",
            """{"jsonrpc":"2.0","id":4,"result":{}}""",
            """{"jsonrpc":"2.0","id":4,"error":{"code":-1,"message":"x"}}""",
            """[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"}]""",
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{"elicitation":{}},"clientInfo":{"name":"a","version":"1"}}}""",
            """{"jsonrpc":"2.0","id":6,"method":"server/discover","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}""",
        ];
}
