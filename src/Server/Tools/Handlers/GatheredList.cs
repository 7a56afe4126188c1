using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Shows as one list what an answer holds in several places.</summary>
internal static class GatheredList
{
    /// <summary>Sends the request and gathers its things, each id once.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="query">How to show it; its path is not used.</param>
    /// <param name="places">Paths to arrays of things, or to objects whose members are things or null.</param>
    /// <param name="services">The call's services.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<ToolResult> ReadAsync(
        ClickUpRequest request,
        ResponseQuery query,
        IReadOnlyList<string> places,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        ClickUpResponse response = await services.Client.SendAsync(request, cancellationToken);
        using JsonDocument document = ResponseReader.Parse(response.Body);
        List<JsonElement> things =
        [
            .. places
                .SelectMany(place => JsonPath.Select(document.RootElement, place))
                .SelectMany(Members)
                .Where(static thing => thing.ValueKind == JsonValueKind.Object)
                .DistinctBy(static thing => thing.Text("id") ?? thing.GetRawText(), StringComparer.Ordinal),
        ];
        ShapeDefinition shape = query.Response.Shape!;
        return new ToolResult(
            services.Projector.Many(
                things,
                shape,
                query.Options.DetailLevel ?? query.Response.DefaultLevel,
                query.Options,
                position: null,
                await ResponseReader.TimeZoneForAsync(shape, services, cancellationToken)
            )
        );
    }

    private static IEnumerable<JsonElement> Members(JsonElement place) =>
        place.ValueKind switch
        {
            JsonValueKind.Array => place.EnumerateArray(),
            JsonValueKind.Object => place.EnumerateObject().Select(static member => member.Value),
            _ => [],
        };
}
