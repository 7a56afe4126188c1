using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads how an argument is emptied: <c>true</c> by null, a value by that value, an object by its members.</summary>
internal static class ClearableParser
{
    /// <summary>Whether it may be emptied, and what says so when that is not null.</summary>
    public static (bool IsClearable, EquatableArray<ClearedModel> Cleared) Parse(SpecObject spec, string name)
    {
        if (spec.Find("clearable") is not { } value || value.Kind == JsonKind.False)
        {
            return default;
        }

        JsonMember[] members = value.Kind == JsonKind.Object ? [.. value.Members] : [];
        bool isUsable = value.Kind switch
        {
            JsonKind.Object => members.Length > 0 && Array.TrueForAll(members, m => IsSingle(m.Value)),
            JsonKind.Array or JsonKind.Null => false,
            _ => true,
        };
        if (!isUsable)
        {
            spec.Bag.Report(
                Descriptors.BadClearable,
                value,
                name,
                "'clearable' is neither true nor a value nor an object of members with values"
            );
        }

        EquatableArray<ClearedModel> cleared = value.Kind switch
        {
            JsonKind.True => default,
            JsonKind.Object => members
                .Select(m => new ClearedModel(m.Name, JsonWriter.Write(m.Value)))
                .ToEquatableArray(),
            _ => new([new ClearedModel(null, JsonWriter.Write(value))]),
        };
        return (true, cleared);
    }

    private static bool IsSingle(JsonValue value) => value.Kind is not (JsonKind.Object or JsonKind.Array);
}
