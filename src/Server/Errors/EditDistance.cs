namespace ClickUpMcp.Errors;

/// <summary>Counts the typing mistakes between two texts; the only such comparison, of the generator too.</summary>
internal static class EditDistance
{
    /// <summary>Only so many characters are compared, one for each bit of a word: names differ early or not at all.</summary>
    public const int MaxLength = 64;

    /// <summary>Letters from here on have no entry in the places of a text.</summary>
    public const int Letters = 128;

    /// <summary>Edits (insert, delete, replace, swap of neighbours) that make one text of the other.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<ulong> places = stackalloc ulong[Letters];
        places.Clear();
        Mark(places, a);
        return Between(places, a, b);
    }

    /// <summary>Writes down where in a text each letter stands: a bit for each place.</summary>
    public static void Mark(Span<ulong> places, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < Math.Min(text.Length, MaxLength); i++)
        {
            if (text[i] < places.Length)
            {
                places[text[i]] |= 1UL << i;
            }
        }
    }

    /// <summary>The same for a text whose places are marked.</summary>
    /// <remarks>
    /// Works on a whole column of the table of distances at once, one bit for each letter of <paramref name="a"/> (Hyyrö 2003): neighbours in the
    /// table differ by one at most, so a column is where it rises, where it falls, and what it ends with.
    /// </remarks>
    public static int Between(ReadOnlySpan<ulong> places, ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.Slice(0, Math.Min(a.Length, MaxLength));
        b = b.Slice(0, Math.Min(b.Length, MaxLength));
        if (a.IsEmpty)
        {
            return b.Length;
        }

        int distance = a.Length;
        ulong end = 1UL << (a.Length - 1);
        ulong rises = ulong.MaxValue;
        ulong falls = 0;
        ulong free = 0;
        ulong before = 0;
        foreach (char letter in b)
        {
            ulong here = letter < places.Length ? places[letter] : PlacesOf(letter, a);
            // Where the way along the diagonal costs nothing more.
            free = (((here & rises) + rises) ^ rises) | here | falls | (((~free & here) << 1) & before);
            ulong up = falls | ~(free | rises);
            ulong down = free & rises;
            distance += ((up & end) != 0 ? 1 : 0) - ((down & end) != 0 ? 1 : 0);
            up = (up << 1) | 1;
            rises = (down << 1) | ~(free | up);
            falls = up & free;
            before = here;
        }

        return distance;
    }

    private static ulong PlacesOf(char letter, ReadOnlySpan<char> text)
    {
        ulong places = 0;
        for (int i = 0; i < text.Length; i++)
        {
            places |= text[i] == letter ? 1UL << i : 0;
        }

        return places;
    }
}
