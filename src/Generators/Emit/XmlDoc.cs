using System.Text;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Documentation comments of emitted members.</summary>
internal static class XmlDoc
{
    /// <summary>A one-line summary of plain text.</summary>
    public static string Summary(string text) => $"/// <summary>{Escape(text)}</summary>";

    // The way through UTF-8 replaces lone surrogates, which XML does not allow.
    private static string Escape(string text) =>
        new string([.. Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Select(static c => IsInLine(c) ? c : ' ')])
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;");

    private static bool IsInLine(char character) =>
        !char.IsControl(character) && character is not ('\u2028' or '\u2029' or >= '\ufffe');
}
