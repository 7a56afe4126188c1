using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Writes the errors of names that mean nothing, or more than one thing.</summary>
internal static class NameErrors
{
    private const int MaxCandidates = 10;
    private const int MaxShownText = 100;

    /// <summary>Nothing has this name.</summary>
    /// <param name="kind">What was asked for.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="things">What there is.</param>
    /// <param name="place">Where it was looked for, as in "in list Backlog"; empty when there is nothing to say.</param>
    /// <param name="next">What to do; null for the usual advice.</param>
    public static ActionableException Unknown(
        EntityKind kind,
        string text,
        IReadOnlyList<NamedThing> things,
        string place = "",
        string? next = null
    )
    {
        string where = place.Length == 0 ? string.Empty : $" {UpstreamText.OneLine(place, MaxShownText * 3)}";
        return new ActionableException(
            $"No {EntityNoun.Of(kind)} is named {Show(text)}{where}.",
            things.Count switch
            {
                0 => "There is none at all that this key can see.",
                <= MaxCandidates => "All that there are, closest first, are listed as options.",
                int count => $"There are {count}; the closest are listed as options.",
            },
            next ?? "Use one of the options' exact names or ids.",
            NameDistance.ClosestFirst(things, text).Take(MaxCandidates).Select(static t => t.Describe()).ToList()
        );
    }

    /// <summary>Several things have this name.</summary>
    public static ActionableException Ambiguous(EntityKind kind, string text, IReadOnlyList<NamedThing> matches)
    {
        string more =
            matches.Count > MaxCandidates ? $" The first {MaxCandidates} are listed as options." : string.Empty;
        return new ActionableException(
            $"{matches.Count} {EntityNoun.Plural(kind)} match {Show(text)}.",
            $"A name alone does not say which one is meant.{more}",
            "Call again with the id of the one you mean.",
            matches.Take(MaxCandidates).Select(static t => t.Describe()).ToList()
        );
    }

    /// <summary>A name that ClickUp lists only in something the caller did not name.</summary>
    public static ActionableException NeedsParent(EntityKind kind, string text, EntityKind parent)
    {
        string noun = EntityNoun.Of(kind);
        string container = EntityNoun.Of(parent);
        return new ActionableException(
            $"The {noun} {Show(text)} is given by name, but without its {container}.",
            $"ClickUp lists {EntityNoun.Plural(kind)} only {container} by {container}.",
            $"Name the {container} as well, or give the {noun}'s id."
        );
    }

    /// <summary>The caller gave no name at all.</summary>
    public static ActionableException Empty(EntityKind kind) =>
        new(
            $"The {EntityNoun.Of(kind)} has no name.",
            "The text is blank or made of invisible characters.",
            $"Give the {EntityNoun.Of(kind)}'s name or id."
        );

    private static string Show(string text) => $"\"{UpstreamText.OneLine(text, MaxShownText)}\"";
}
