namespace ClickUpMcp.Values;

/// <summary>Reads numbers and ordinals in figures or spelled, up to 99 where they are spelled.</summary>
internal static class NumberWords
{
    private static readonly string[] Ones =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];

    private static readonly string[] Tens =
    [
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ];

    private static readonly string[] Ordinals =
    [
        "zeroth",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];

    /// <summary>Reads a spelled number, as "three" or "twenty five"; null when none comes next.</summary>
    public static int? TakeCardinal(DateTokens tokens)
    {
        if (tokens.Take(static w => IndexOf(Tens, w)) is { } tens)
        {
            int ones = tokens.Take(static w => IndexOf(Ones, w) is > 0 and < 10 and { } one ? one : (int?)null) ?? 0;
            return (10 * (tens + 2)) + ones;
        }

        return tokens.Take(static w => IndexOf(Ones, w));
    }

    /// <summary>Reads an ordinal, as "2nd", "second" or "twenty fourth"; null when none comes next.</summary>
    public static int? TakeOrdinal(DateTokens tokens)
    {
        if (
            tokens.Peek(1) is { IsJoined: true, Text: "st" or "nd" or "rd" or "th" }
            && tokens.TakeNumber(1, 2) is { } n
        )
        {
            tokens.Position++;
            return n;
        }

        int start = tokens.Position;
        if (tokens.Take(static w => IndexOf(Tens, w)) is { } tens)
        {
            int? ones = tokens.Take(static w => IndexOf(Ordinals, w) is > 0 and < 10 and { } one ? one : (int?)null);
            tokens.Position = ones is null ? start : tokens.Position;
            return (10 * (tens + 2)) + ones;
        }

        return tokens.Take(static w => w == "thirtieth" ? 30 : IndexOf(Ordinals, w));
    }

    private static int? IndexOf(string[] words, string word) =>
        Array.IndexOf(words, word) is >= 0 and { } index ? index : null;
}
