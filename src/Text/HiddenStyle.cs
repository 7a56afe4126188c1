using System.Text;

namespace ClickUpMcp.Text;

/// <summary>Declarations of a style that leave nothing to see.</summary>
internal static class HiddenStyle
{
    /// <summary>Whether the attributes of a tag have such a declaration in a style.</summary>
    public static bool IsIn(ReadOnlySpan<char> attributes)
    {
        if (!attributes.Contains("style", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var style = new StringBuilder(attributes.Length);
        foreach (char c in attributes)
        {
            if (!char.IsWhiteSpace(c))
            {
                style.Append(c);
            }
        }

        string text = style.ToString();
        return Has(text, "display:none")
            || Has(text, "visibility:hidden")
            || Has(text, "visibility:collapse")
            || Has(text, "opacity:0")
            || Has(text, "font-size:0")
            || Has(text, "max-height:0")
            || Has(text, "color:transparent")
            || Has(text, "text-indent:-9")
            || Has(text, "left:-9")
            || Has(text, "clip:rect(0");
    }

    // "opacity:0.8" is seen, and "background-color:transparent" is no colour of letters.
    private static bool Has(string style, string declaration)
    {
        int at = style.IndexOf(declaration, StringComparison.OrdinalIgnoreCase);
        return at > 0
            && style[at - 1] is ';' or '"' or '\'' or '='
            && !style.AsSpan(at + declaration.Length).StartsWith(".");
    }
}
