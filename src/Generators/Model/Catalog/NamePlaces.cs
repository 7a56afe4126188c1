using System.Collections.Immutable;

namespace ClickUpMcp.Generators.Model;

/// <summary>Spreads models over places that follow from their names alone.</summary>
/// <remarks>The pipeline compares the items of a list place by place: in a plain list, one that is inserted moves all others.</remarks>
internal static class NamePlaces
{
    // Many more than there are models, so that hardly two share a place; an empty one costs nothing.
    private const int Count = 4096;

    public static ImmutableArray<EquatableArray<T>> Spread<T>(EquatableArray<T> models, Func<T, string> name)
        where T : IEquatable<T>
    {
        var places = new EquatableArray<T>[Count];
        foreach (IGrouping<int, T> place in models.GroupBy(model => Hash(name(model)) & (Count - 1)))
        {
            places[place.Key] = place.ToEquatableArray();
        }

        return [.. places];
    }

    // FNV-1a; a string's own hash differs from process to process.
    private static int Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return (int)((hash ^ (hash >> 16)) & int.MaxValue);
    }
}
