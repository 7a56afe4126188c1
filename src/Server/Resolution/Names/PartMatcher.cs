using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>Finds names by their beginnings and words: the first way that has any match counts.</summary>
internal static class PartMatcher
{
    private const int LeastPrefix = 2;

    private static (MatchQuality Quality, Func<NamedThing, FoldedName, bool> Matches)[] Ways =>
        [
            (MatchQuality.Words, static (thing, sought) => thing.Email is null && StartsWithWords(thing, sought)),
            (MatchQuality.Part, static (thing, sought) => thing.Email is null && IsBeginning(thing, sought)),
            // The first and the last name of a person, and what stands before the @, are worth the same.
            (MatchQuality.Words, static (thing, sought) => HasWords(thing, sought) || IsLocalPart(thing, sought)),
            (
                MatchQuality.Words,
                static (thing, sought) => HasEachWord(thing, sought, static (word, part) => word.SequenceEqual(part))
            ),
            (MatchQuality.Part, static (thing, sought) => HasEachWord(thing, sought, StartsWith)),
        ];

    /// <summary>What matches in the first way that has any match.</summary>
    /// <param name="things">Where to look.</param>
    /// <param name="sought">The part of a name.</param>
    /// <param name="worst">The worst match that counts.</param>
    public static NameMatches Find(IReadOnlyList<NamedThing> things, FoldedName sought, MatchQuality worst)
    {
        if (sought.Words.Length == 0)
        {
            return NameMatches.None;
        }

        foreach ((MatchQuality quality, Func<NamedThing, FoldedName, bool> matches) in Ways)
        {
            List<NamedThing> found = quality > worst ? [] : [.. things.Where(thing => matches(thing, sought))];
            if (found.Count > 0)
            {
                return new NameMatches(found, quality);
            }
        }

        return NameMatches.None;
    }

    private static bool IsBeginning(NamedThing thing, FoldedName sought) =>
        StartsWith(thing.Folded.Compact, sought.Compact);

    private static bool StartsWithWords(NamedThing thing, FoldedName sought)
    {
        string words = thing.Folded.Words;
        return words.Length > sought.Words.Length
            && words[sought.Words.Length] == ' '
            && words.StartsWith(sought.Words, StringComparison.Ordinal);
    }

    // A number is never cut: "Sprint 4" is not the beginning of "Sprint 42".
    private static bool StartsWith(ReadOnlySpan<char> name, ReadOnlySpan<char> part) =>
        part.Length >= LeastPrefix
        && name.StartsWith(part)
        && !(name.Length > part.Length && char.IsAsciiDigit(part[^1]) && char.IsAsciiDigit(name[part.Length]));

    private static bool HasWords(NamedThing thing, FoldedName sought)
    {
        string words = thing.Folded.Words;
        for (
            int at = words.IndexOf(sought.Words, StringComparison.Ordinal);
            at >= 0;
            at = words.IndexOf(sought.Words, at + 1, StringComparison.Ordinal)
        )
        {
            int end = at + sought.Words.Length;
            if ((at == 0 || words[at - 1] == ' ') && (end == words.Length || words[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLocalPart(NamedThing thing, FoldedName sought) =>
        thing.Email is { } email
        && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && FoldedName.Of(email[..at]).IsWhole(sought);

    private static bool HasEachWord(
        NamedThing thing,
        FoldedName sought,
        Func<ReadOnlySpan<char>, ReadOnlySpan<char>, bool> isWord
    )
    {
        foreach (Range part in sought.Words.AsSpan().Split(' '))
        {
            if (!HasWord(thing.Folded.Words, sought.Words.AsSpan()[part], isWord))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasWord(
        ReadOnlySpan<char> words,
        ReadOnlySpan<char> part,
        Func<ReadOnlySpan<char>, ReadOnlySpan<char>, bool> isWord
    )
    {
        foreach (Range word in words.Split(' '))
        {
            if (isWord(words[word], part))
            {
                return true;
            }
        }

        return false;
    }
}
