using System.Globalization;
using System.Text;

namespace ClickUpMcp.EndToEndBenchmark.Curves;

/// <summary>Draws panels side by side, both axes logarithmic: a straight line that rises by one decade a decade costs in proportion.</summary>
internal sealed class CurvePicture
{
    private const int PanelWidth = 360;
    private const int Left = 58;
    private const int Right = 332;
    private const int Top = 44;
    private const int Bottom = 268;
    private const int FirstLegend = 318;
    private const int LegendHeight = 20;

    // Colours and marks are told apart by people who see no red or no green; on dark ground they are lighter.
    private const string Style =
        "text{font:13px system-ui,\"DejaVu Sans\",sans-serif;fill:#1f2328}.t{font-weight:600;font-size:15px}.s{fill:#59636e;font-size:12px}"
        + ".g{fill:#fff}.r{stroke:#d1d9e0}.c0{color:#0969da}.c1{color:#bc4c00}.c2{color:#8250df}.c3{color:#1a7f37}"
        + "polyline{fill:none;stroke:currentColor;stroke-width:2}.m{fill:currentColor}"
        + "@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.s{fill:#a8b1bb}.g{fill:#0d1117}.r{stroke:#3d444d}"
        + ".c0{color:#4493f8}.c1{color:#f0883e}.c2{color:#ab7df8}.c3{color:#3fb950}}";

    private readonly StringBuilder _svg = new();

    public static string Draw(string title, IReadOnlyList<CurvePanel> panels)
    {
        var picture = new CurvePicture();
        var width = PanelWidth * panels.Count;
        var height = FirstLegend + (LegendHeight * panels.Max(static panel => panel.Curves.Count)) + 4;
        picture.Write(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n"
        );
        picture.Write(
            $"<title>{title}</title>\n<style>{Style}</style>\n<rect class=\"g\" width=\"{width}\" height=\"{height}\"/>\n"
        );
        for (var i = 0; i < panels.Count; i++)
        {
            picture.Write($"<g transform=\"translate({i * PanelWidth} 0)\">\n");
            picture.DrawPanel(panels[i]);
            picture.Write("</g>\n");
        }

        picture.Write("</svg>\n");
        return picture._svg.ToString();
    }

    private void DrawPanel(CurvePanel panel)
    {
        var across = LogarithmicScale.Of(panel.Sizes.Select(static size => (double)size), Left, Right);
        var up = LogarithmicScale.OfDecades(panel.Curves.SelectMany(static curve => curve.Values), Bottom, Top);
        Write($"<text class=\"t\" x=\"{Left}\" y=\"24\">{panel.Title}</text>\n");
        foreach (var decade in up.Decades)
        {
            var y = up.At(decade);
            Markup($"<line class=\"r\" x1=\"{Left}\" x2=\"{Right}\" y1=\"{y:F1}\" y2=\"{y:F1}\"/>");
            Text("s", Left - 8, y + 4, Label(decade), "end");
        }

        foreach (var size in panel.Sizes)
        {
            Text("s", across.At(size), Bottom + 20, Label(size), "middle");
        }

        for (var i = 0; i < panel.Curves.Count; i++)
        {
            var curve = panel.Curves[i];
            Write($"<g class=\"c{i}\">");
            var points = panel.Sizes.Zip(curve.Values, (size, value) => (X: across.At(size), Y: up.At(value))).ToList();
            Write($"<polyline points=\"{string.Join(' ', points.Select(static point => Point(point.X, point.Y)))}\"/>");
            foreach (var (x, y) in points)
            {
                Mark(i, x, y);
            }

            var legend = FirstLegend + (LegendHeight * i);
            Mark(i, Left - 30, legend - 4);
            Write("</g>");
            Text(
                "",
                Left - 18,
                legend,
                $"{curve.Name}: {CurvePanel.Short(curve.Values[0])} → {CurvePanel.Short(curve.Values[^1])}",
                "start"
            );
        }
    }

    // Circle, square, triangle, diamond.
    private void Mark(int curve, double x, double y) =>
        Write(
            (curve % 4) switch
            {
                0 => string.Create(
                    CultureInfo.InvariantCulture,
                    $"<circle class=\"m\" cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"4\"/>"
                ),
                1 => $"<path class=\"m\" d=\"M{Point(x - 4, y - 4)}h8v8h-8z\"/>",
                2 => $"<path class=\"m\" d=\"M{Point(x, y - 5)}l5 9h-10z\"/>",
                _ => $"<path class=\"m\" d=\"M{Point(x, y - 5.5)}l5.5 5.5l-5.5 5.5l-5.5-5.5z\"/>",
            }
        );

    private void Text(string style, double x, double y, string text, string anchor) =>
        Markup($"<text class=\"{style}\" x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\">{text}</text>\n");

    private void Markup(FormattableString markup) => _svg.Append(markup.ToString(CultureInfo.InvariantCulture));

    private void Write(string markup) => _svg.Append(markup);

    private static string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:F1},{y:F1}");

    private static string Label(double value) =>
        value switch
        {
            >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000:0.##} M"),
            >= 1_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000:0.##} k"),
            _ => value.ToString("0.##", CultureInfo.InvariantCulture),
        };
}
