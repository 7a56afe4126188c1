using System.Numerics;

namespace ClickUpMcp.Resolution;

/// <summary>A set of entity kinds, one bit each.</summary>
internal readonly record struct EntityKindSet
{
    private readonly ulong _bits;

    public EntityKindSet(params ReadOnlySpan<EntityKind> kinds)
    {
        foreach (EntityKind kind in kinds)
        {
            _bits |= BitOf(kind);
        }
    }

    /// <summary>Its members, in the order of their declaration.</summary>
    public IEnumerable<EntityKind> Members()
    {
        for (ulong left = _bits; left != 0; left &= left - 1)
        {
            yield return (EntityKind)BitOperations.TrailingZeroCount(left);
        }
    }

    private static ulong BitOf(EntityKind kind) => 1UL << (int)kind;
}
