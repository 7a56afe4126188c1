namespace ClickUpMcp.Generators.Emit;

/// <summary>Documentation comments of emitted members.</summary>
internal static class XmlDoc
{
    /// <summary>A one-line summary of plain text.</summary>
    public static string Summary(string text) => $"/// <summary>{Escape(text)}</summary>";

    private static string Escape(string text) =>
        new string(text.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c).ToArray())
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace(">", "&gt;");
}
