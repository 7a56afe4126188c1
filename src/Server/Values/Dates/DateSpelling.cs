using System.Text;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Values;

/// <summary>Corrects mistyped names of days and months, as "wensday" and "febuary".</summary>
internal static class DateSpelling
{
    // Of shorter words, another one with an edit is mostly another word.
    private const int Shortest = 5;
    private const int ShortestWithTwoEdits = 8;

    private static readonly string[] Known =
    [
        "today",
        "tomorrow",
        "yesterday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "weekend",
        "month",
        "quarter",
        "january",
        "february",
        "march",
        "april",
        "august",
        "september",
        "october",
        "november",
        "december",
        "morning",
        "afternoon",
        "evening",
        "midnight",
    ];

    /// <summary>The text with its mistyped words corrected; null when it has none.</summary>
    public static string? Correct(string text)
    {
        StringBuilder corrected = new();
        bool isChanged = false;
        for (int i = 0; i < text.Length; )
        {
            int start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            if (i == start)
            {
                corrected.Append(text[i++]);
                continue;
            }

            string word = text[start..i].ToLowerInvariant();
            string? meant = Meant(word);
            isChanged |= meant is not null;
            corrected.Append(meant ?? word);
        }

        return isChanged ? corrected.ToString() : null;
    }

    /// <summary>The only known word that is a slip away; mistypings rarely change the first letter.</summary>
    private static string? Meant(string word)
    {
        if (word.Length < Shortest || Known.Contains(word))
        {
            return null;
        }

        string[] near =
        [
            .. Known.Where(known =>
                known[0] == word[0]
                && EditDistance.Between(word, known) <= (known.Length >= ShortestWithTwoEdits ? 2 : 1)
            ),
        ];
        return near is [var only] ? only : null;
    }
}
