using System.Text;

namespace ClickUpMcp.Tools.Search;

/// <summary>Splits text into words, also at the capitals of camelCase, and reduces them to stems.</summary>
internal static class WordReader
{
    private static readonly string[] SibilantPlurals = ["ches", "shes", "sses", "xes", "zes"];

    /// <summary>The words in lower case, without possessive endings.</summary>
    public static List<string> Split(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPossessive = c == '\'' && i + 1 < text.Length && text[i + 1] is 's' or 'S';
            bool isHump = char.IsUpper(c) && i > 0 && (char.IsLower(text[i - 1]) || char.IsDigit(text[i - 1]));
            if (!char.IsLetterOrDigit(c) || isHump)
            {
                End();
            }

            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }

            i += isPossessive ? 1 : 0;
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>The word without the endings of plurals and verbs, so that forms of one word are equal.</summary>
    public static string Stem(string word)
    {
        word = WithoutPlural(word);
        foreach (string ending in (ReadOnlySpan<string>)["ing", "ed"])
        {
            if (word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                bool isDoubled = word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'z');
                word = isDoubled ? word[..^1] : word;
                break;
            }
        }

        return word.Length > 4 && word.EndsWith('e') ? word[..^1] : word;
    }

    /// <summary>Whether the word is written in the plural.</summary>
    public static bool IsPlural(string word) => WithoutPlural(word).Length < word.Length;

    private static string WithoutPlural(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 4 && Array.Exists(SibilantPlurals, e => word.EndsWith(e, StringComparison.Ordinal)) ? word[..^2]
        : word.Length > 3 && word.EndsWith('s') && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
        : word;
}
