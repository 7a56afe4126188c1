using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Projection;

/// <summary>A projector of which a test reads one form.</summary>
internal sealed class TestProjector(OutputFormat format, int maximumBytes = 60_000)
{
    private readonly Projector _projector = new(format, maximumBytes);

    public string One(
        JsonElement item,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        string timeZoneId
    ) => _projector.One(item, shape, level, options, DateZones.Of(null, timeZoneId)).Text;

    public string Many(
        IReadOnlyList<JsonElement> items,
        ShapeDefinition shape,
        DetailLevel level,
        OutputOptions options,
        string? nextCursor,
        string timeZoneId,
        int? total = null
    ) =>
        _projector
            .Many(items, shape, level, options, new ListPosition(nextCursor, total), DateZones.Of(null, timeZoneId))
            .Text;
}
