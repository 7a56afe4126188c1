using System.Collections.ObjectModel;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
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

        FieldContext context = await ContextForAsync(query.Response.Shape, services, cancellationToken);
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
        FieldContext context = await ContextForAsync(shape, services, cancellationToken);
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
            remarks.Add(WordSearch.Coverage(page.Seen, shape.Plural, page.NextCursor is not null));
        }

        IReadOnlyList<JsonElement> items = query.Filter?.Choose(page.Items, shape.Plural, remarks) ?? page.Items;
        return new ToolResult(
            query.Response.IsSeries
                ? services.Projector.Each(items, shape, query.Level, query.Options, page.Position, context, remarks)
                : services.Projector.Many(items, shape, query.Level, query.Options, page.Position, context, remarks)
        )
        {
            IsEmptyList = items.Count == 0,
        };
    }

    // Before the request: a write must not seem to have failed because its result cannot be shown.
    private static async ValueTask<FieldContext> ContextForAsync(
        ShapeDefinition? shape,
        ToolServices services,
        CancellationToken cancellationToken
    ) =>
        shape is null
            ? DateZones.Unknown
            : new FieldContext(await ZonesForAsync(shape, services, cancellationToken))
            {
                Members = await MembersForAsync(shape, services, cancellationToken),
            };

    // The names are no younger than the response, and only shapes that show some ask for them.
    private static async ValueTask<IReadOnlyDictionary<string, string>> MembersForAsync(
        ShapeDefinition shape,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        if (!Array.Exists(shape.Fields, static f => f.Kind == FieldKind.Member))
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        Dictionary<string, string> names = [];
        IReadOnlyList<WorkspaceInfo> workspaces = await services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        foreach (MemberInfo member in workspaces.SelectMany(static workspace => workspace.Members))
        {
            names[member.Id] = member.Name;
        }

        return names;
    }

    // The sentence repeats the caller's own words.
    private static ToolResult Outcome(ResponseQuery query, string otherwise) =>
        new(OutputSanitizer.CleanLine(query.Outcome ?? otherwise));

    /// <summary>The zones for the dates of a shape; asking for it can cost a request, so only shapes with dates ask.</summary>
    public static ValueTask<DateZones> ZonesForAsync(
        ShapeDefinition shape,
        ToolServices services,
        CancellationToken cancellationToken
    ) =>
        Array.Exists(shape.Fields, static f => f.Kind is FieldKind.Date or FieldKind.CustomFields)
            ? services.GetZonesAsync(cancellationToken)
            : new ValueTask<DateZones>(DateZones.Unknown);

    private static bool IsEmpty(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => true,
            JsonValueKind.Object => !element.EnumerateObject().Any(),
            JsonValueKind.Array => element.GetArrayLength() == 0,
            _ => false,
        };
}
