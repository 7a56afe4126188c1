using System.Collections.ObjectModel;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>What values are read with, besides the item they stand in.</summary>
/// <param name="Zones">The zones of the dates.</param>
internal sealed record FieldContext(DateZones Zones)
{
    /// <summary>The names of things by their ids, for each entity; what is not in it is shown by id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Names { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>.Empty;

    /// <summary>Who belongs to the workspace, as far as that is known.</summary>
    public KnownAuthors Authors { get; init; } = KnownAuthors.None;

    /// <summary>What is done with texts from outside; null where they are shown as they are.</summary>
    public AuthoredTexts? Authored { get; init; }

    /// <summary>The name of a thing of an entity that came as its id, or as an object with id and perhaps name.</summary>
    public string? NameOf(string entity, JsonElement thing)
    {
        string? shown = LenientValue.Text(thing);
        string? id = thing.ValueKind == JsonValueKind.Object ? LenientValue.Text(thing, "id") : shown;
        return
            shown is not null
            && shown == id
            && Names.TryGetValue(entity, out IReadOnlyDictionary<string, string>? names)
            ? names.GetValueOrDefault(id, shown)
            : shown;
    }

    public static implicit operator FieldContext(DateZones zones) => new(zones);
}
