using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds people by parts of their names and e-mail addresses, with a typing mistake or two.</summary>
internal static class MemberSearch
{
    private const int LettersPerMistake = 4;

    public static bool Matches(string? name, string? email, string query)
    {
        FoldedName sought = FoldedName.Of(query);
        FoldedName known = FoldedName.Of(name ?? string.Empty);
        return Contains(known.Plain, sought.Plain)
            || (sought.Compact.Length > 0 && Contains(known.Compact, sought.Compact))
            || (email is not null && Contains(FoldedName.Of(email).Plain, sought.Plain))
            || IsClose(known.Words, sought.Words);
    }

    private static bool Contains(string text, string sought) => text.Contains(sought, StringComparison.Ordinal);

    private static bool IsClose(string name, string sought)
    {
        int mistakes = Math.Min(2, sought.Length / LettersPerMistake);
        return mistakes > 0 && name.Split(' ').Append(name).Any(part => EditDistance.Between(part, sought) <= mistakes);
    }
}
