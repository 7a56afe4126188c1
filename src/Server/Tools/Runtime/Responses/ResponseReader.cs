using System.Net;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Sends a request and turns its result, or its pages of results, into the text of a result.</summary>
internal static class ResponseReader
{
    private const string NoValue = "None of the fields asked for has a value.";

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

        TextPosition? position = query.TextPosition;
        // Before the request: a write must not seem to have failed because its result cannot be shown.
        DateZones zones = query.Response.Shape is { } dated
            ? await ResponseContext.ZonesForAsync(dated, services, cancellationToken)
            : DateZones.Unknown;
        var response = await services.Client.SendAsync(request, cancellationToken);
        using JsonDocument? document = response.IsEmpty ? null : Parse(response);
        JsonElement item = document is null ? default : ItemOf(document.RootElement, query);
        if (query.Response.Shape is { } shape && !IsEmpty(item))
        {
            await new WriteCheck(request, services).RemarkAsync(item, cancellationToken);
            if (response.Status == (int)HttpStatusCode.OK && request.Existing is { } existing)
            {
                services.Remarks.Add(existing);
            }

            FieldContext context = await ResponseContext.ForAsync([item], zones, query, services, cancellationToken);
            RenderedResult shown = services.Projector.One(
                item,
                shape,
                query.Level,
                query.Options,
                context,
                position: position
            );
            return shown.Text.Length == 0 ? new ToolResult(NoValue) : new ToolResult(shown);
        }

        if (query.Outcome is not { } outcome)
        {
            throw Nothing(request);
        }

        string said = await new WriteCheck(request, services).DescribeAsync(item, outcome, cancellationToken);
        // The sentence repeats the caller's own words.
        return new ToolResult(OutputSanitizer.CleanLine(said));
    }

    /// <summary>The thing in a response: some come wrapped in one place and bare in another, whatever the documents say.</summary>
    public static JsonElement ItemOf(JsonElement root, ResponseQuery query) =>
        JsonPath.TryFind(root, query.Response.Path, out JsonElement found) ? found : root;

    /// <summary>The failure of a success that shows nothing.</summary>
    public static ActionableException Nothing(ClickUpRequest? request = null) =>
        new(
            "The response was empty.",
            "The request was called a success, and nothing came of what the API promises.",
            request is null or { IsRead: true }
                ? "Try again."
                : "Look before repeating it: the change may have been made all the same."
        );

    /// <summary>Whether a response shows nothing.</summary>
    public static bool IsEmpty(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => true,
            JsonValueKind.Object => !element.EnumerateObject().Any(),
            JsonValueKind.Array => element.GetArrayLength() == 0,
            _ => false,
        };

    /// <summary>Parses a response.</summary>
    /// <exception cref="ActionableException">It is not JSON: a gateway's page, for one.</exception>
    public static JsonDocument Parse(ClickUpResponse response)
    {
        try
        {
            return response.Parse();
        }
        catch (JsonException)
        {
            throw new ActionableException(
                "The response could not be read.",
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
            query.Filter?.Matches,
            alsoRead: query.Filter is null ? [] : null
        );
        List<string> remarks = [];
        if (query.Filter is { IsSearch: true })
        {
            remarks.Add(Coverage.Describe(page, query, shape.Plural));
        }

        IReadOnlyList<JsonElement> items = query.Filter?.Choose(page.Items, shape.Plural, remarks) ?? page.Items;
        return await ListShaper.ShowAsync(items, page.Position, remarks, zones, query, services, cancellationToken);
    }
}
