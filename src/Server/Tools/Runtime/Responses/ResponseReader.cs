using System.Collections.ObjectModel;
using System.Net;
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

        FieldContext context = await ContextForAsync(query.Response.Shape, services, cancellationToken);
        ClickUpResponse response = await services.Client.SendAsync(request, cancellationToken);
        using JsonDocument? document = response.Body.IsEmpty ? null : Parse(response.Body);
        JsonElement item = document is null ? default : ItemOf(document.RootElement, query);
        if (query.Response.Shape is { } shape && !IsEmpty(item))
        {
            await new WriteCheck(request, services).RemarkAsync(item, cancellationToken);
            if (response.Status == (int)HttpStatusCode.OK && request.Existing is { } existing)
            {
                services.Remarks.Add(existing);
            }

            RenderedResult shown = services.Projector.One(item, shape, query.Level, query.Options, context);
            return shown.Text.Length == 0 ? new ToolResult(NoValue) : new ToolResult(shown);
        }

        if (query.Outcome is not { } outcome)
        {
            throw Nothing(request);
        }

        await new WriteCheck(request, services).RequireAsync(item, cancellationToken);
        // The sentence repeats the caller's own words.
        return new ToolResult(OutputSanitizer.CleanLine(outcome));
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
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
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
        );
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

    /// <summary>The zones for the dates of a shape; asking for it can cost a request, so only shapes with dates ask.</summary>
    public static ValueTask<DateZones> ZonesForAsync(
        ShapeDefinition shape,
        ToolServices services,
        CancellationToken cancellationToken
    ) =>
        Array.Exists(shape.Fields, static f => f.Kind is FieldKind.Date or FieldKind.CustomFields)
            ? services.GetZonesAsync(cancellationToken)
            : new ValueTask<DateZones>(DateZones.Unknown);
}
