using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Finds people by parts of their names and e-mail addresses, with a typing mistake or two.</summary>
internal static class MemberSearch
{
    private const int LettersPerMistake = 4;

    public static bool Matches(string? name, string? email, string query)
    {
        string sought = query.Trim();
        return Contains(name, sought) || Contains(email, sought) || (name is not null && IsClose(name, sought));
    }

    private static bool Contains(string? text, string sought) =>
        text?.Contains(sought, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsClose(string name, string sought)
    {
        string wanted = sought.ToUpperInvariant();
        int mistakes = Math.Min(2, wanted.Length / LettersPerMistake);
        return mistakes > 0
            && name.ToUpperInvariant()
                .Split(' ')
                .Append(name.ToUpperInvariant())
                .Any(part => EditDistance.Between(part, wanted) <= mistakes);
    }
}
