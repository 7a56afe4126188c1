using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What an argument names that must differ from what another names.</summary>
internal sealed class DistinctThings
{
    /// <param name="argument">The argument.</param>
    /// <param name="ids">What it names; null where it was not given.</param>
    public DistinctThings(string argument, EntityId[]? ids)
    {
        Argument = argument;
        Ids = [.. (ids ?? []).Where(static id => !id.IsUnresolved)];
    }

    public DistinctThings(string argument, EntityId? id)
        : this(argument, id is { } given ? [given] : null) { }

    /// <summary>What is known by an id that is not looked up.</summary>
    public DistinctThings(string argument, string? id)
        : this(argument, id is null ? null : [new EntityId(default, id)]) => IsLookedUp = false;

    public string Argument { get; }

    public EntityId[] Ids { get; }

    /// <summary>What it is called in a sentence.</summary>
    public string Noun => IsLookedUp && Ids.Length > 0 ? EntityNoun.Of(Ids[0].Kind) : "thing";

    private bool IsLookedUp { get; } = true;
}
