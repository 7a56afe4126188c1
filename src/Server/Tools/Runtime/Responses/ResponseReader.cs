using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Sends a request and turns its result, or its pages of results, into the text of a result.</summary>
internal static class ResponseReader
{
    /// <summary>Sends the request and shows what came back; handlers may use it for their own requests.</summary>
    public static async ValueTask<ToolResult> ReadAsync(
        ClickUpRequest request,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        if (query.Response is { IsList: true, Shape: { } listShape })
        {
            return await ReadListAsync(request, query, listShape, services, cancellationToken);
        }

        // Before the request: a write must not seem to have failed because its result cannot be shown.
        DateZones zones = query.Response.Shape is { } dated
            ? await ResponseContext.ZonesForAsync(dated, services, cancellationToken)
            : DateZones.Unknown;
        ClickUpResponse response = await services.Client.SendAsync(request, cancellationToken);
        if (query.Response.Shape is not { } shape || response.Body.IsEmpty)
        {
            return Outcome(query, "Done.");
        }

        using JsonDocument document = Parse(response.Body);
        // Some responses come wrapped in one place and bare in another, whatever the documents say.
        JsonElement item = JsonPath.TryFind(document.RootElement, query.Response.Path, out JsonElement found)
            ? found
            : document.RootElement;
        if (IsEmpty(item))
        {
            return Outcome(query, "ClickUp answered with nothing to show.");
        }

        FieldContext context = await ResponseContext.ForAsync([item], zones, query, services, cancellationToken);
        RenderedResult shown = services.Projector.One(item, shape, query.Level, query.Options, context);
        return shown.Text.Length == 0 ? Outcome(query, "Done.") : new ToolResult(shown);
    }

    /// <summary>Parses a response.</summary>
    /// <exception cref="ActionableException">It is not JSON: a gateway's page, for one.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw new ActionableException(
                "ClickUp's response could not be read.",
                "It was not the JSON that its API promises.",
                "Try again; a change may have been made all the same, so look before repeating a write."
            );
        }
    }

    private static async ValueTask<ToolResult> ReadListAsync(
        ClickUpRequest request,
        ResponseQuery query,
        ShapeDefinition shape,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = await ResponseContext.ZonesForAsync(shape, services, cancellationToken);
        using ItemPage page = await Paginator.ReadAsync(
            services.Client,
            request,
            query,
            cancellationToken,
            query.Filter?.Matches
        );
        List<string> remarks = [];
        if (query.Filter is { IsSearch: true })
        {
            remarks.Add(Coverage.Describe(page, query, shape.Plural));
        }

        IReadOnlyList<JsonElement> items = query.Filter?.Choose(page.Items, shape.Plural, remarks) ?? page.Items;
        return await ListShaper.ShowAsync(items, page.Position, remarks, zones, query, services, cancellationToken);
    }

    // The sentence repeats the caller's own words.
    private static ToolResult Outcome(ResponseQuery query, string otherwise) =>
        new(OutputSanitizer.CleanLine(query.Outcome ?? otherwise));

    private static bool IsEmpty(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => true,
            JsonValueKind.Object => !element.EnumerateObject().Any(),
            JsonValueKind.Array => element.GetArrayLength() == 0,
            _ => false,
        };
}
