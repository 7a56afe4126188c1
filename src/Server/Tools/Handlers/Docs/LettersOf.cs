namespace ClickUpMcp.Tools.Handlers;

/// <summary>Compares texts by their letters and digits: formatting does not survive ClickUp word for word, they do.</summary>
internal static class LettersOf
{
    public static string Text(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Whether the two have the same letters and digits.</summary>
    public static bool Same(string one, string other) => Text(one) == Text(other);

    /// <summary>Whether a text has all of another's letters and digits in a row.</summary>
    public static bool Has(string text, string part) => Text(text).Contains(Text(part), StringComparison.Ordinal);
}
