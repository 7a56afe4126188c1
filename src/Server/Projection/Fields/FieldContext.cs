using System.Collections.ObjectModel;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>What values are read with, besides the item they stand in.</summary>
/// <param name="Zones">The zones of the dates.</param>
internal sealed record FieldContext(DateZones Zones)
{
    /// <summary>The names of people by their ids; who is not in it is shown by id.</summary>
    public IReadOnlyDictionary<string, string> Members { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public static implicit operator FieldContext(DateZones zones) => new(zones);
}
