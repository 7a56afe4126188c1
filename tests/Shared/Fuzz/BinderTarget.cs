using System.Text;
using System.Text.Json;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>A call of any tool ends with a result, never a bug; what was understood can be said again. Input: which tool, and its arguments.</summary>
internal sealed class BinderTarget : IFuzzTarget
{
    private static readonly CatalogView Catalog = EmittedCatalog.Instance;

    private readonly List<string> _bugs = [];
    private readonly ToolDispatcher _dispatcher;

    public BinderTarget() =>
        _dispatcher = new(
            new ToolInventory(Catalog, ToolPolicy.Create(new ToolPolicyOptions(), Catalog)),
            new EmptyClickUp().Services,
            _bugs.Add
        );

    public string Name => "binder";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Enumerable
            .Range(0, Catalog.Count)
            .Select(static tool =>
                (byte[])[(byte)tool, .. Encoding.UTF8.GetBytes(ArgumentsOf(Catalog.Describe(tool).InputSchema.Span))]
            ),
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "\"workspace\":",
        "\"clear\":[",
        "\"detail\":\"full\"",
        "\"tomorrow\"",
        "\"1h 30m\"",
        "\"\"",
        "null",
        "true",
        "1e9",
        "-1",
        "[[[[[",
        "{}",
        "\\ud800",
        "\\u0000",
    ];

    public void Run(byte[] input)
    {
        if (input.Length == 0)
        {
            return;
        }

        // Transports refuse what is no UTF-8.
        byte[] arguments = Encoding.UTF8.GetBytes(FuzzCheck.Text(input.AsSpan(1)));
        CallFacts facts = new();
        ToolCallOutcome outcome = _dispatcher
            .CallAsync(Catalog.Name(input[0] % Catalog.Count), arguments, NoProgress.Instance, default, facts)
            .AsTask()
            .GetAwaiter()
            .GetResult();
        FuzzCheck.Holds(_bugs.Count == 0, string.Join('\n', _bugs));
        FuzzCheck.Holds(outcome.Result is { Text.Length: > 0 }, "a call has no result");
        if (facts.Arguments is { } bound)
        {
            FuzzCheck.IsJson(bound.ToJson().ToArray(), JsonValueKind.Object, "what was understood");
        }
    }

    /// <summary>Arguments with a value for each property of a schema.</summary>
    private static string ArgumentsOf(ReadOnlySpan<byte> schema)
    {
        JsonElement root = JsonElement.Parse(schema);
        return root.TryGetProperty("properties", out JsonElement properties)
            ? $"{{{string.Join(',', properties.EnumerateObject().Select(static p => $"\"{p.Name}\":{ValueOf(p.Value)}"))}}}"
            : "{}";
    }

    private static string ValueOf(JsonElement schema) =>
        schema.TryGetProperty("enum", out JsonElement words) ? words[0].GetRawText()
        : !schema.TryGetProperty("type", out JsonElement type) ? "1"
        : type.GetString() switch
        {
            "boolean" => "true",
            "integer" or "number" => "1",
            "array" => $"[{ValueOf(schema.GetProperty("items"))}]",
            "object" => ArgumentsOf(Encoding.UTF8.GetBytes(schema.GetRawText())),
            _ => "\"1\"",
        };
}
