using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What came of one item of a bulk call, as short as it can be said.</summary>
internal sealed record BulkResult
{
    /// <summary>The thing's id, where the response tells it.</summary>
    public string? Id { get; init; }

    /// <summary>Its name, where the response tells it.</summary>
    public string? Name { get; init; }

    /// <summary>What came back, beside that it was done; null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>A sentence that says itself what was done to which thing; null for none.</summary>
    public string? Sentence { get; init; }

    /// <summary>What was not as it was asked for; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The same of a handler's result.</summary>
    public static async ValueTask<BulkResult> OfAsync(
        HandlerResult result,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        if (result is { Item: { ValueKind: JsonValueKind.Object } item } && !ResponseReader.IsEmpty(item))
        {
            return new BulkResult
            {
                Id = item.Text("id"),
                Name = item.Text("name"),
                Note = result.Notes.Count == 0 ? null : string.Join(' ', result.Notes),
            };
        }

        ToolResult shown = await ResultShaper.ShapeAsync(result, query, services, cancellationToken);
        return result.Finished is null
            ? new BulkResult { Text = shown.Text }
            : new BulkResult { Sentence = shown.Text };
    }
}
