using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>Something that a name can mean.</summary>
/// <param name="Id">What to send; for a status its exact name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Where">Where it lives, as in "list in folder Apps, space Product"; empty when there is no choice.</param>
/// <param name="Ancestors">Names of what contains it, outermost first.</param>
internal sealed record NamedThing(string Id, string Name, string Where, IReadOnlyList<string> Ancestors)
{
    private const int MaxShownName = 100;

    /// <summary>As a candidate in an error text.</summary>
    public string Describe()
    {
        string name = $"\"{UpstreamText.OneLine(Name, MaxShownName)}\"";
        string where = Where.Length == 0 ? name : $"{name} — {UpstreamText.OneLine(Where, MaxShownName * 3)}";
        return Id == Name ? where : $"{where} (id {Id})";
    }
}
