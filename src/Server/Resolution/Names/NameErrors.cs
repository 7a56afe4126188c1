using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Resolution;

/// <summary>Writes the errors of names that mean nothing, or more than one thing.</summary>
internal static class NameErrors
{
    /// <summary>How many candidates an error offers: enough to choose from, and never all that there are.</summary>
    public const int MaxCandidates = 5;

    private const int MaxShownText = 100;

    /// <summary>Nothing has this name.</summary>
    /// <param name="kind">What was asked for.</param>
    /// <param name="text">The caller's words.</param>
    /// <param name="table">Where it was looked for.</param>
    /// <param name="needsWhole">Whether a part of a name was not enough.</param>
    public static ActionableException Unknown(EntityKind kind, string text, NameTable table, bool needsWhole = false)
    {
        string where =
            table.Place.Length == 0 ? string.Empty : $" {UpstreamText.OneLine(table.Place, MaxShownText * 3)}";
        string whole = needsWhole ? "A call that removes something takes whole names only. " : string.Empty;
        return new ActionableException(
            $"No {EntityNoun.Of(kind)} is named {Show(text)}{where}.",
            table.Things.Count switch
            {
                0 => "There is none at all that this key can see.",
                <= MaxCandidates => "All that there are, closest first, are listed as options.",
                int count => $"There are {count}; the {MaxCandidates} closest are listed as options.",
            },
            whole + (table.Next ?? "Use one of the options' exact names or ids."),
            [.. table.Closest(text, MaxCandidates).Select(static t => t.Describe())]
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

    /// <summary>The sentence beside a write that makes something by using a new name.</summary>
    public static string New(EntityKind kind, string text, NameTable table)
    {
        string closest = string.Join(", ", table.Closest(text, MaxCandidates).Select(static thing => Show(thing.Name)));
        string others = closest.Length == 0 ? string.Empty : $" The closest that there were: {closest}.";
        return $"The {EntityNoun.Of(kind)} {Show(text)} is new: none had this name before this call.{others}";
    }

    /// <summary>A link that leads to something of another kind.</summary>
    public static ActionableException OtherLink(EntityKind kind, EntityKind linked) =>
        new(
            $"The link does not lead to a {EntityNoun.Of(kind)}.",
            $"It leads to a {EntityNoun.Of(linked)}.",
            $"Give the link, name or id of the {EntityNoun.Of(kind)}."
        );

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

    /// <summary>A name in a sentence, in quotes and on one line.</summary>
    public static string Show(string text) => $"\"{UpstreamText.OneLine(text, MaxShownText)}\"";
}
