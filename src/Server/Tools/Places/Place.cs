using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Places;

/// <summary>A place that something is in.</summary>
/// <param name="Thing">What it is, with its id.</param>
/// <param name="Name">Its name; null where that is not known.</param>
internal readonly record struct Place(RequestedThing Thing, string? Name = null)
{
    /// <summary>In an error, as <c>list "Inbox" (90152000016)</c>.</summary>
    public override string ToString()
    {
        string noun = Thing.Noun.Replace('_', ' ');
        return Name is null ? $"{noun} {NameErrors.Show(Thing.Id)}" : $"{noun} {NameErrors.Show(Name)} ({Thing.Id})";
    }
}
