using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What came of a handler, before it is shown: exactly one of its members is set but for what is said and shown beside it.</summary>
internal sealed record HandlerResult
{
    private HandlerResult() { }

    /// <summary>A request that is sent and shown as an endpoint's.</summary>
    public ClickUpRequest? Request { get; private init; }

    /// <summary>One thing.</summary>
    public JsonElement? Item { get; private init; }

    /// <summary>Things of a list, read as far as the caller wants them.</summary>
    public IReadOnlyList<JsonElement>? Items { get; private init; }

    /// <summary>Where <see cref="Items"/> stand in the whole list.</summary>
    public ListPosition? Position { get; private init; }

    /// <summary>A list that was read whole; the caller's cursor and limit cut it.</summary>
    public IReadOnlyList<JsonElement>? Whole { get; private init; }

    /// <summary>A result that the handler has laid out itself.</summary>
    public ToolResult? Finished { get; private init; }

    /// <summary>What the caller should know besides.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Lists that stand below <see cref="Item"/>.</summary>
    public IReadOnlyList<ResultPart> Parts { get; private init; } = [];

    /// <summary>An SVG document that shows the same; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>A file that <see cref="Item"/> is about; null for none.</summary>
    public ResultFile? File { get; init; }

    public static HandlerResult OfRequest(ClickUpRequest request) => new() { Request = request };

    public static HandlerResult OfItem(JsonElement item, IReadOnlyList<string>? notes = null) =>
        new() { Item = item, Notes = notes ?? [] };

    public static HandlerResult OfParts(
        JsonElement item,
        IReadOnlyList<ResultPart> parts,
        IReadOnlyList<string>? notes = null
    ) =>
        new()
        {
            Item = item,
            Parts = parts,
            Notes = notes ?? [],
        };

    public static HandlerResult OfItems(
        IReadOnlyList<JsonElement> items,
        IReadOnlyList<string>? notes = null,
        ListPosition? position = null
    ) =>
        new()
        {
            Items = items,
            Notes = notes ?? [],
            Position = position,
        };

    public static HandlerResult OfPage(ItemPage page, IReadOnlyList<string>? notes = null) =>
        OfItems(page.Items, notes, page.Position);

    public static HandlerResult OfWhole(IReadOnlyList<JsonElement> items) => new() { Whole = items };

    /// <summary>A sentence, on one line and without control characters.</summary>
    public static HandlerResult Sentence(string text) => Of(new ToolResult(OutputSanitizer.CleanLine(text)));

    public static HandlerResult Of(ToolResult result) => new() { Finished = result };
}
