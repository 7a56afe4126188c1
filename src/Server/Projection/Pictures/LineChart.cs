namespace ClickUpMcp.Projection;

/// <summary>A chart of lines over days or weeks.</summary>
/// <param name="title">What is shown.</param>
/// <param name="subtitle">Its totals.</param>
/// <param name="series">What the lines are.</param>
/// <param name="labels">The points in order.</param>
/// <param name="lines">For each series a value at each point, none below zero; null where a line has none.</param>
internal sealed class LineChart(
    string title,
    string subtitle,
    string[] series,
    IReadOnlyList<string> labels,
    IReadOnlyList<decimal?[]> lines
)
{
    private const int Width = 640;
    private const int Height = 300;
    private const int Left = 60;
    private const int Right = 620;
    private const int Top = 84;
    private const int Bottom = 264;
    private const int GridLines = 4;
    private const int MostLabels = 7;
    private const int HeadRoom = 70;

    /// <summary>The SVG document.</summary>
    public string Draw()
    {
        SvgWriter svg = new(Width, Height, $"{title}. {subtitle}");
        svg.Text("t", 16, 26, PictureText.Within(title, HeadRoom));
        svg.Text("s", 16, 46, PictureText.Within(subtitle, HeadRoom + 24));
        decimal top = Ceiling(lines.SelectMany(static line => line).Max() ?? 0);
        DrawGrid(svg, top);
        DrawLegend(svg);
        for (int i = 0; i < lines.Count; i++)
        {
            svg.Polyline($"l{i}", Points(lines[i], top));
        }

        return svg.End();
    }

    private static void DrawGrid(SvgWriter svg, decimal top)
    {
        for (int i = 0; i <= GridLines; i++)
        {
            decimal y = Bottom - ((Bottom - Top) * (decimal)i / GridLines);
            svg.Line("r", Left, y, Right, y);
            svg.TextBefore("s", Left - 8, y + 4, NumberText.Of(top * i / GridLines));
        }
    }

    private void DrawLegend(SvgWriter svg)
    {
        const int CharacterWidth = 7;
        const int Gap = 34;
        decimal x = 16;
        for (int i = 0; i < series.Length; i++)
        {
            svg.Rectangle($"c{i}", x, 61, 12, 3);
            svg.Text("s", x + 17, 66, series[i]);
            x += Gap + (series[i].Length * CharacterWidth);
        }

        int step = Math.Max(1, (labels.Count + MostLabels - 1) / MostLabels);
        for (int i = 0; i < labels.Count; i += step)
        {
            svg.TextBefore("s", Math.Min(Right, X(i) + 16), Bottom + 20, labels[i]);
        }
    }

    private IEnumerable<(decimal X, decimal Y)> Points(decimal?[] line, decimal top)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] is { } value)
            {
                yield return (X(i), Bottom - ((Bottom - Top) * value / top));
            }
        }
    }

    private decimal X(int point) =>
        labels.Count < 2 ? Left : Left + ((Right - Left) * (decimal)point / (labels.Count - 1));

    // A multiple of the grid, so that its lines stand at whole numbers.
    private static decimal Ceiling(decimal value) => Math.Max(GridLines, Math.Ceiling(value / GridLines) * GridLines);
}
