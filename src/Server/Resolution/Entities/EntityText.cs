using System.Globalization;
using System.Text;

namespace ClickUpMcp.Resolution;

/// <summary>Tells from the form of a caller's text whether it is an id, a custom task id, a ClickUp link or a name.</summary>
internal static class EntityText
{
    /// <summary>The text without control characters, what is invisible at its ends, and outer spaces.</summary>
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

        ReadOnlySpan<char> seen = clean.ToString();
        while (!seen.IsEmpty && IsBlank(seen[0]))
        {
            seen = seen[1..];
        }

        while (!seen.IsEmpty && IsBlank(seen[^1]))
        {
            seen = seen[..^1];
        }

        return seen.ToString();
    }

    /// <summary>Digits only, as the ids of workspaces, spaces, folders, lists and members are.</summary>
    public static bool IsDigits(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    /// <summary>Six to twelve lower-case letters and digits with at least one digit; a plain word stays a name.</summary>
    public static bool IsTaskId(string text) =>
        text.Length is >= 6 and <= 12
        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        && text.Any(char.IsAsciiDigit);

    /// <summary>May be a task's id if it is no name: a few letters and digits, also in capitals.</summary>
    public static bool MayBeTaskId(string text)
    {
        string bare = BareTaskId(text);
        return bare.Length is > 0 and <= 12 && bare.All(char.IsAsciiLetterOrDigit) && bare.Any(char.IsAsciiDigit);
    }

    /// <summary>A task's id without what people write before it, as in <c>#86abc1234</c> and <c>CU-86abc1234</c>.</summary>
    public static string BareTaskId(string text)
    {
        string bare = text.TrimStart('#');
        string id = bare.StartsWith("CU-", StringComparison.OrdinalIgnoreCase) ? bare[3..] : bare;
        string lower = id.ToLowerInvariant();
        return id != bare && IsTaskId(lower) ? lower
            : IsTaskId(id) || IsCustomTaskId(id) ? id
            : IsCustomTaskId(bare) ? bare
            : text;
    }

    /// <summary>A custom task id such as <c>DEV-123</c>, in any case.</summary>
    public static bool IsCustomTaskId(string text)
    {
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        return text.Length <= 64
            && dash > 0
            && dash < text.Length - 1
            && char.IsAsciiLetter(text[0])
            && text[..dash].All(char.IsAsciiLetterOrDigit)
            && text[(dash + 1)..].All(char.IsAsciiDigit);
    }

    /// <summary>A UUID in its canonical form, as custom field ids are.</summary>
    public static bool IsUuid(string text) => Guid.TryParseExact(text, "D", out _);

    /// <summary>Surely an id of a view, doc, page or channel: <c>8cjxh-123</c> or <c>6-901100200300-8</c>.</summary>
    /// <remarks>Its first part, made from the workspace's id, may lack a letter or a digit; then only a look-up can tell.</remarks>
    public static bool IsViewId(string text)
    {
        if (!MayBeViewId(text))
        {
            return false;
        }

        string[] parts = text.Split('-');
        return parts.Length == 2
            ? char.IsAsciiDigit(text[0]) && parts[0].Any(char.IsAsciiLetterLower)
            : parts[0].Length == 1 && char.IsAsciiDigit(text[0]) && parts[1].Length >= 6;
    }

    /// <summary>Lower-case letters and digits followed by one or two numbers, with dashes between.</summary>
    public static bool MayBeViewId(string text)
    {
        string[] parts = text.Split('-');
        return text.Length <= 64
            && parts.Length is 2 or 3
            && parts[0].Length > 0
            && parts[0].All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            && parts.Skip(1).All(IsDigits);
    }

    /// <summary>An id of a template such as <c>t-7162342</c> or <c>t-5xrj00</c>; a word after the dash stays a name.</summary>
    public static bool IsTemplateId(string text) =>
        text.Length <= 64
        && text.StartsWith("t-", StringComparison.Ordinal)
        && text.Skip(2).All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        && text.Any(char.IsAsciiDigit);

    private static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
