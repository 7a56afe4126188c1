namespace ClickUpMcp.Generators.Model;

/// <summary>Makes equatable arrays.</summary>
internal static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
