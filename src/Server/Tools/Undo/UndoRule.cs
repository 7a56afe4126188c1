using System.Collections.Concurrent;
using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>How an operation that writes is undone, as the spec says it.</summary>
internal sealed record UndoRule
{
    /// <summary>What stands for the request's own read.</summary>
    public const string OwnRead = "readBack";

    // All rules come from the spec, so there are only so many.
    private static readonly ConcurrentDictionary<string, UndoRule> Parsed = new(StringComparer.Ordinal);

    /// <summary>Why it cannot be undone; null when it can.</summary>
    public string? Cannot { get; private init; }

    /// <summary>What is not brought back; null for nothing.</summary>
    public string? Lost { get; private init; }

    /// <summary>What is read before the write; null for nothing.</summary>
    public string? Read { get; private init; }

    /// <summary>What is read before the undo; null for what is read before the write.</summary>
    public string? Look { get; private init; }

    /// <summary>The path in what was read to what is changed; null for all of it.</summary>
    public string? Thing { get; private init; }

    /// <summary>The path in what is read before the undo; null for that of <see cref="Thing"/>.</summary>
    public string? Now { get; private init; }

    /// <summary>The path to what the write adds.</summary>
    public string? Adds { get; private init; }

    /// <summary>The path to what the write removes.</summary>
    public string? Removes { get; private init; }

    /// <summary>The path to what must not be there by the time of the undo.</summary>
    public string? Unless { get; private init; }

    /// <summary>What takes code.</summary>
    public string? Special { get; private init; }

    /// <summary>The requests by which code makes the parts of a thing again, by what they make.</summary>
    public IReadOnlyDictionary<string, UndoBy> Make { get; private init; } = new Dictionary<string, UndoBy>();

    /// <summary>The requests of which the first that fits undoes it.</summary>
    public IReadOnlyList<UndoBy> By { get; private init; } = [];

    /// <summary>Where former values stand; undefined when it is not undone by them.</summary>
    public JsonElement Restore { get; private init; }

    /// <summary>Whether it matters which dates have a time of day.</summary>
    public bool NeedsZones { get; private init; }

    /// <summary>What the thing must still show.</summary>
    public JsonElement Left { get; private init; }

    /// <summary>The rule of an operation; null where the spec has none.</summary>
    public static UndoRule? Of(CatalogView catalog, string operation) =>
        catalog.Undo(operation) is { } json ? Parsed.GetOrAdd(json, Parse) : null;

    private static UndoRule Parse(string json)
    {
        JsonElement rule = JsonElement.Parse(json);
        JsonElement by = rule.Member("by");
        return new UndoRule
        {
            Cannot = rule.Text("cannot"),
            Lost = rule.Text("lost"),
            Read = rule.Text("read"),
            Look = rule.Text("look"),
            Thing = rule.Text("thing"),
            Now = rule.Text("now"),
            Adds = rule.Text("adds"),
            Removes = rule.Text("removes"),
            Unless = rule.Text("unless"),
            Special = rule.Text("special"),
            Restore = rule.Member("restore"),
            Left = rule.Member("left"),
            Make = rule.Member("make") is { ValueKind: JsonValueKind.Object } make
                ? make.EnumerateObject()
                    .ToDictionary(static one => one.Name, static one => UndoBy.Parse(one.Value.GetString()!))
                : new Dictionary<string, UndoBy>(),
            NeedsZones = json.Contains("\"~", StringComparison.Ordinal),
            By =
                by.ValueKind == JsonValueKind.Array
                    ?
                    [
                        .. by.EnumerateArray()
                            .Select(static one =>
                                UndoBy.Parse(one.Text("send")!, one.Member("body"), one.Text("when"))
                            ),
                    ]
                : by.Text() is { } send ? [UndoBy.Parse(send, rule.Member("body"))]
                : [],
        };
    }
}
