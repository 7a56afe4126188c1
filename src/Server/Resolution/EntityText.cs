using System.Text;

namespace ClickUpMcp.Resolution;

/// <summary>Tells from the form of a caller's text whether it is an id, a custom task id, a ClickUp link or a name.</summary>
internal static class EntityText
{
    /// <summary>The text without control characters and outer spaces.</summary>
    /// <remarks>Unicode forms are not unified: without globalization data <see cref="string.Normalize()"/> does nothing.</remarks>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text);
        for (int i = 0; i < clean.Length; i++)
        {
            if (char.IsControl(clean[i]))
            {
                clean[i] = ' ';
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Digits only, as the ids of workspaces, spaces, folders, lists and members are.</summary>
    public static bool IsDigits(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    /// <summary>Six to twelve lower-case letters and digits with at least one digit; a plain word stays a name.</summary>
    public static bool IsTaskId(string text) =>
        text.Length is >= 6 and <= 12
        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        && text.Any(char.IsAsciiDigit);

    /// <summary>A custom task id such as <c>DEV-123</c>.</summary>
    public static bool IsCustomTaskId(string text)
    {
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        return text.Length <= 64
            && dash > 0
            && dash < text.Length - 1
            && char.IsAsciiLetterUpper(text[0])
            && text[..dash].All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
            && text[(dash + 1)..].All(char.IsAsciiDigit);
    }

    /// <summary>A UUID in its canonical form, as custom field ids are.</summary>
    public static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out _);
}
