using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Finds out what the values of a response are read with.</summary>
internal static class ResponseContext
{
    /// <summary>The zones for the dates of a shape; asking for it can cost a request, so only shapes with dates ask.</summary>
    public static ValueTask<DateZones> ZonesForAsync(
        ShapeDefinition shape,
        ToolServices services,
        CancellationToken cancellationToken
    ) =>
        Array.Exists(shape.Fields, static f => f.Kind is FieldKind.Date or FieldKind.CustomFields)
            ? services.GetZonesAsync(cancellationToken)
            : new ValueTask<DateZones>(DateZones.Unknown);

    /// <summary>The zones, and the names of what the items hold ids of.</summary>
    public static async ValueTask<FieldContext> ForAsync(
        IReadOnlyList<JsonElement> items,
        DateZones zones,
        ResponseQuery query,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        ShapeDefinition shape = query.Response.Shape!;
        return new(zones)
        {
            Names = await ShownNames.ReadAsync(items, shape, query, services, cancellationToken),
            Authored = services.Authored,
            // A label alone is worth no request.
            Authors =
                services.Authored is not null ? await services.Directory.ReadAuthorsAsync(cancellationToken)
                : shape.Author is not null ? services.Directory.KnownAuthors
                : KnownAuthors.None,
        };
    }
}
