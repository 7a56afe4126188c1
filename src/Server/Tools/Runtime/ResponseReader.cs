using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Sends a request and turns its answer, or its pages of answers, into the text of a result.</summary>
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
            using ItemPage page = await Paginator.ReadAsync(services.Client, request, query, cancellationToken);
            string zone = await TimeZoneForAsync(listShape, services, cancellationToken);
            return new ToolResult(
                services.Projector.Many(
                    page.Items,
                    listShape,
                    query.Options.DetailLevel ?? query.Response.DefaultLevel,
                    query.Options,
                    page.Position,
                    zone
                )
            );
        }

        ClickUpResponse response = await services.Client.SendAsync(request, cancellationToken);
        if (query.Response.Shape is not { } shape || response.Body.IsEmpty)
        {
            return Outcome(query, "Done.");
        }

        using JsonDocument document = Parse(response.Body);
        // Some answers come wrapped in one place and bare in another, whatever the documents say.
        JsonElement item = JsonPath.TryFind(document.RootElement, query.Response.Path, out JsonElement found)
            ? found
            : document.RootElement;
        if (IsEmpty(item))
        {
            return Outcome(query, "ClickUp answered with nothing to show.");
        }

        return new ToolResult(
            services.Projector.One(
                item,
                shape,
                query.Options.DetailLevel ?? query.Response.DefaultLevel,
                query.Options,
                await TimeZoneForAsync(shape, services, cancellationToken)
            )
        );
    }

    /// <summary>Parses an answer of ClickUp.</summary>
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
                "ClickUp's answer could not be read.",
                "It was not the JSON that its API promises.",
                "Try again; a change may have been made all the same, so look before repeating a write."
            );
        }
    }

    // The sentence repeats the caller's own words.
    private static ToolResult Outcome(ResponseQuery query, string otherwise) =>
        new(OutputSanitizer.CleanLine(query.Outcome ?? otherwise));

    /// <summary>The zone for the dates of a shape; asking for it can cost a request, so only shapes with dates ask.</summary>
    public static ValueTask<string> TimeZoneForAsync(
        ShapeDefinition shape,
        ToolServices services,
        CancellationToken cancellationToken
    ) =>
        Array.Exists(shape.Fields, static f => f.Kind is FieldKind.Date or FieldKind.CustomFields)
            ? services.Names.GetTimeZoneIdAsync(cancellationToken)
            : new ValueTask<string>("UTC");

    private static bool IsEmpty(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => true,
            JsonValueKind.Object => !element.EnumerateObject().Any(),
            JsonValueKind.Array => element.GetArrayLength() == 0,
            _ => false,
        };
}
