using ClickUpMcp.Api;
using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>Something that a name can mean.</summary>
/// <param name="id">What to send; for a status its exact name.</param>
/// <param name="name">Its name.</param>
/// <param name="where">Where it lives, as in "list in folder Apps, space Product"; empty when there is no choice.</param>
/// <param name="ancestors">Names of what contains it, outermost first.</param>
internal sealed class NamedThing(string id, string name, string where, IReadOnlyList<string> ancestors)
{
    private const int MaxShownName = 100;

    private FoldedName? _folded;

    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>The name as it may be shown.</summary>
    public string ShownName { get; init; } = name;

    public string Where { get; } = where;

    public IReadOnlyList<string> Ancestors { get; } = ancestors;

    /// <summary>The e-mail address of a person; null for everything else.</summary>
    public string? Email { get; init; }

    /// <summary>The name as it is compared; made once, since the same listing serves many look-ups.</summary>
    public FoldedName Folded => _folded ??= FoldedName.Of(Name);

    /// <summary>As a candidate in an error text.</summary>
    public string Describe()
    {
        string shown = $"\"{UpstreamText.OneLine(ShownName, MaxShownName)}\"";
        string place = Where.Length == 0 ? shown : $"{shown} — {UpstreamText.OneLine(Where, MaxShownName * 3)}";
        return Id == Name ? place : $"{place} (id {Id})";
    }
}
