using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>Picks out of a long list the few things that a name can mean, for <see cref="NameMatcher"/> to say what it means.</summary>
/// <remarks>
/// Made for a list that serves many look-ups, by the first of them. It holds numbers alone, 24 bytes for each thing, and is gone through from end to
/// end, which for 10,000 things takes some microseconds. The things are places: none has an e-mail address, by which it could be found, too.
/// </remarks>
internal sealed class NameIndex
{
    private readonly int[] _ids;
    private readonly int[] _names;
    private readonly ulong[] _letters;
    private readonly ulong[] _pairs;
    private CloseNames? _close;

    public NameIndex(IReadOnlyList<NamedThing> things)
    {
        Things = things;
        _ids = new int[things.Count];
        _names = new int[things.Count];
        _letters = new ulong[things.Count];
        _pairs = new ulong[things.Count];
        for (int i = 0; i < things.Count; i++)
        {
            string compact = things[i].Folded.Compact;
            _ids[i] = things[i].Id.GetHashCode(StringComparison.Ordinal);
            _names[i] = compact.GetHashCode(StringComparison.Ordinal);
            (_letters[i], _pairs[i]) = LettersOf(compact);
        }
    }

    public IReadOnlyList<NamedThing> Things { get; }

    /// <summary>The first thing with this id.</summary>
    public NamedThing? WithId(string id) => At(_ids, id).FirstOrDefault(thing => thing.Id == id);

    /// <summary>All things that a name, a part of one or a path can mean, and some more; in their order.</summary>
    public IReadOnlyList<NamedThing> MayMean(string text)
    {
        FoldedName sought = FoldedName.Of(text);
        List<NamedThing> whole = At(_names, sought.Compact);
        return whole.Exists(thing => thing.Folded.IsWhole(sought)) ? whole : MayHave(NameMatcher.LastOfPath(text));
    }

    /// <summary>The things that come closest to a name, best first.</summary>
    public IReadOnlyList<NamedThing> Closest(string text, int count) =>
        (_close ??= new CloseNames(Things)).Find(text, count);

    // Whatever a part of a name matches has each of its words at the beginning of one, or all of them at the beginning of the whole.
    private List<NamedThing> MayHave(string part)
    {
        (ulong letters, ulong pairs) = (0, 0);
        foreach (string word in FoldedName.Of(part).Words.Split(' '))
        {
            (ulong ofWord, ulong pairsOfWord) = LettersOf(word);
            (letters, pairs) = (letters | ofWord, pairs | pairsOfWord);
        }

        List<NamedThing> found = [];
        for (int i = 0; i < _letters.Length; i++)
        {
            if (((letters & ~_letters[i]) | (pairs & ~_pairs[i])) == 0)
            {
                found.Add(Things[i]);
            }
        }

        return found;
    }

    private List<NamedThing> At(int[] hashes, string text)
    {
        int sought = text.GetHashCode(StringComparison.Ordinal);
        List<NamedThing> found = [];
        for (int at = Array.IndexOf(hashes, sought); at >= 0; at = Array.IndexOf(hashes, sought, at + 1))
        {
            found.Add(Things[at]);
        }

        return found;
    }

    /// <summary>A bit for each letter and one for each two neighbours; some share one.</summary>
    public static (ulong Letters, ulong Pairs) LettersOf(string text)
    {
        ulong letters = 0;
        ulong pairs = 0;
        for (int i = 0; i < text.Length; i++)
        {
            letters |= 1UL << (text[i] & 63);
            pairs |= i == 0 ? 0 : 1UL << (int)(((text[i - 1] * 0x9E3779B1u) + (text[i] * 0x85EBCA6Bu)) >> 26);
        }

        return (letters, pairs);
    }
}
