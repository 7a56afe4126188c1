using System.Globalization;
using System.Text;
using ClickUpMcp.Text;

namespace ClickUpMcp.Projection;

/// <summary>Writes an SVG document of rectangles, lines and texts that is readable on light and on dark ground.</summary>
/// <remarks>No scripts, links or fonts: whatever a text says, it is only shown.</remarks>
internal sealed class SvgWriter
{
    // Colours are told apart by people who see no red or no green; on dark ground they are lighter.
    private const string Style =
        "text{font:13px system-ui,sans-serif;fill:#1f2328}.t{font-weight:600;font-size:15px}.s{fill:#59636e;font-size:12px}"
        + ".g{fill:#fff}.r{stroke:#d1d9e0}.c0{fill:#0969da}.c1{fill:#e08700}.c2{fill:#8250df}"
        + ".l0{stroke:#0969da}.l1{stroke:#e08700}.l2{stroke:#8250df}.m{stroke:#cf222e;stroke-dasharray:4 3}polyline{fill:none;stroke-width:2}"
        + "@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.s{fill:#a8b1bb}.g{fill:#0d1117}.r{stroke:#3d444d}"
        + ".c0{fill:#4493f8}.c1{fill:#f0b429}.c2{fill:#ab7df8}.l0{stroke:#4493f8}.l1{stroke:#f0b429}.l2{stroke:#ab7df8}.m{stroke:#f85149}}";

    private readonly StringBuilder _svg = new();

    /// <summary>Begins a document that says what it shows to who cannot see it.</summary>
    public SvgWriter(int width, int height, string title)
    {
        _svg.Append(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">"
            )
            .Append("<title>");
        Escape(title);
        _svg.Append("</title><style>").Append(Style).Append("</style>");
        Rectangle("g", 0, 0, width, height);
    }

    /// <summary>A rectangle.</summary>
    public void Rectangle(string style, decimal x, decimal y, decimal width, decimal height) =>
        Append(
            $"<rect class=\"{style}\" x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"/>"
        );

    /// <summary>A straight line.</summary>
    public void Line(string style, decimal x1, decimal y1, decimal x2, decimal y2) =>
        Append(
            $"<line class=\"{style}\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>"
        );

    /// <summary>A line through points.</summary>
    public void Polyline(string style, IEnumerable<(decimal X, decimal Y)> points) =>
        Append(
            $"<polyline class=\"{style}\" points=\"{string.Join(' ', points.Select(static p => $"{Number(p.X)},{Number(p.Y)}"))}\"/>"
        );

    /// <summary>A text that begins at a place.</summary>
    public void Text(string style, decimal x, decimal y, string text) => Text(style, x, y, text, anchor: "");

    /// <summary>A text that ends at a place.</summary>
    public void TextBefore(string style, decimal x, decimal y, string text) =>
        Text(style, x, y, text, " text-anchor=\"end\"");

    /// <summary>Ends the document.</summary>
    public string End() => _svg.Append("</svg>").ToString();

    private void Text(string style, decimal x, decimal y, string text, string anchor)
    {
        string classes = style.Length == 0 ? "" : $" class=\"{style}\"";
        Append($"<text{classes} x=\"{Number(x)}\" y=\"{Number(y)}\"{anchor}>");
        Escape(text);
        _svg.Append("</text>");
    }

    private void Append(string markup) => _svg.Append(markup);

    private static string Number(decimal value) => NumberText.Of(Math.Round(value, 1));

    // Half a surrogate pair becomes a replacement character, as XML has no place for it.
    private void Escape(string text)
    {
        foreach (Rune rune in OutputSanitizer.CleanLine(text).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => _svg.Append("&amp;"),
                '<' => _svg.Append("&lt;"),
                '>' => _svg.Append("&gt;"),
                '"' => _svg.Append("&quot;"),
                < ' ' or 0xFFFE or 0xFFFF => _svg,
                _ => _svg.Append(rune.ToString()),
            };
        }
    }
}
