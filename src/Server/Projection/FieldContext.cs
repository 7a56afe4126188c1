using System.Collections.ObjectModel;

namespace ClickUpMcp.Projection;

/// <summary>What values are read with, besides the item they stand in.</summary>
/// <param name="TimeZoneId">The IANA zone of the dates.</param>
internal sealed record FieldContext(string TimeZoneId)
{
    /// <summary>The names of people by their ids; who is not in it is shown by id.</summary>
    public IReadOnlyDictionary<string, string> Members { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public static implicit operator FieldContext(string timeZoneId) => new(timeZoneId);
}
