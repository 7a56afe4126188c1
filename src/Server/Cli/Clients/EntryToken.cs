using System.Text.Json;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Clients;

/// <summary>Finds tokens, and the file that holds one, in the text of an entry of a client's file: JSON and TOML write keys and quoted values alike.</summary>
internal static class EntryToken
{
    private const string Removed = "removed";
    private const string FileFlag = "\"--api-key-file\"";

    /// <summary>The entry with a word in place of each value of a variable for tokens; names of variables stay.</summary>
    public static string Without(string entry) =>
        Without(Without(entry, ServerEntry.KeyVariable), Settings.AdditionalKeysVariable);

    /// <summary>The file that the server takes the token from; null where the entry names none.</summary>
    public static string? FileOf(string entry)
    {
        int at = SkipSpaces(entry, Math.Max(After(entry, FileFlag, 0), 0));
        return
            entry.AsSpan(at) is [',', ..]
            && SkipSpaces(entry, at + 1) is var start
            && entry.AsSpan(start) is ['"', ..]
            && TextAt(entry, start) is { } text
            ? Unescaped($"\"{entry[text]}\"")
            : null;
    }

    private static string Without(string entry, string variable)
    {
        for (int at = 0; (at = After(entry, variable, at)) > 0; )
        {
            at += entry.AsSpan(at) is ['"' or '\'', ..] ? 1 : 0;
            at = SkipSpaces(entry, at);
            if (
                entry.AsSpan(at) is [':' or '=', ..]
                && TextAt(entry, SkipSpaces(entry, at + 1)) is { } text
                && !SettingValues.IsPlaceholder(entry[text])
            )
            {
                entry = $"{entry[..text.Start]}{Removed}{entry[text.End..]}";
            }
        }

        return entry;
    }

    /// <returns>Where the text within the quotes that begin there stands; null where it is empty or none.</returns>
    private static Range? TextAt(string entry, int at)
    {
        if (entry.AsSpan(at) is not ['"' or '\'', ..])
        {
            return null;
        }

        char quote = entry[at];
        int quotes = entry.AsSpan(at).IndexOfAnyExcept(quote);
        int start = at + quotes;
        int end = start;
        while (end >= 0 && end < entry.Length && entry[end] != quote)
        {
            end += quote == '"' && entry[end] == '\\' ? 2 : 1;
        }

        return quotes is 1 or 3 && end < entry.Length ? start..end : null;
    }

    private static string? Unescaped(string quoted)
    {
        try
        {
            return JsonElement.Parse(quoted).GetString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int After(string entry, string word, int start) =>
        entry.IndexOf(word, start, StringComparison.Ordinal) is >= 0 and var at ? at + word.Length : -1;

    private static int SkipSpaces(string entry, int at) =>
        entry.AsSpan(at).IndexOfAnyExcept(" \t\r\n") is >= 0 and var length ? at + length : entry.Length;
}
