namespace ClickUpMcp.Projection;

/// <summary>A chart of horizontal bars, each of several segments.</summary>
/// <param name="title">What is shown.</param>
/// <param name="subtitle">Its totals.</param>
/// <param name="series">What the segments are.</param>
/// <param name="bars">The bars, most important first.</param>
internal sealed class BarChart(string title, string subtitle, string[] series, IReadOnlyList<ChartBar> bars)
{
    // More would be neither small nor readable.
    private const int MostBars = 20;
    private const int Width = 640;
    private const int Top = 84;
    private const int RowHeight = 26;
    private const int BarHeight = 16;
    private const int LabelEnd = 190;
    private const int BarEnd = 520;
    private const int LabelRoom = 26;
    private const int HeadRoom = 84;
    private const int ShownRoom = 18;

    /// <summary>What a mark across all bars stands for; null for none.</summary>
    public (decimal Value, string Label)? Mark { get; init; }

    /// <summary>The SVG document.</summary>
    public string Draw()
    {
        int shown = Math.Min(bars.Count, MostBars);
        int more = bars.Count - shown;
        int height = Top + (RowHeight * (shown + (more > 0 ? 1 : 0))) + 12;
        SvgWriter svg = new(Width, height, $"{title}. {subtitle}");
        svg.Text("t", 16, 26, PictureText.Within(title, HeadRoom - 14));
        svg.Text("s", 16, 46, PictureText.Within(subtitle, HeadRoom + 10));
        DrawLegend(svg);
        decimal largest = Math.Max(
            bars.Take(shown).Select(static bar => bar.Sum).DefaultIfEmpty().Max(),
            Mark?.Value ?? 0
        );
        decimal scale = largest > 0 ? (BarEnd - LabelEnd) / largest : 0;
        for (int row = 0; row < shown; row++)
        {
            DrawBar(svg, bars[row], Top + (row * RowHeight), scale);
        }

        if (Mark is { } mark)
        {
            decimal x = LabelEnd + (mark.Value * scale);
            svg.Line("m", x, Top - 4, x, Top + (shown * RowHeight));
        }

        if (more > 0)
        {
            svg.Text("s", 16, Top + (shown * RowHeight) + 13, $"and {more} more, which the table shows");
        }

        return svg.End();
    }

    private void DrawLegend(SvgWriter svg)
    {
        const int CharacterWidth = 7;
        const int Gap = 34;
        decimal x = 16;
        for (int i = 0; i < series.Length; i++)
        {
            svg.Rectangle($"c{i}", x, 57, 10, 10);
            svg.Text("s", x + 15, 66, series[i]);
            x += Gap + (series[i].Length * CharacterWidth);
        }

        if (Mark is { } mark)
        {
            svg.Line("m", x, 62, x + 12, 62);
            svg.Text("s", x + 17, 66, mark.Label);
        }
    }

    private static void DrawBar(SvgWriter svg, ChartBar bar, int y, decimal scale)
    {
        svg.TextBefore("", LabelEnd - 10, y + 13, PictureText.Within(bar.Label, LabelRoom));
        decimal x = LabelEnd;
        for (int i = 0; i < bar.Values.Length; i++)
        {
            decimal width = bar.Values[i] * scale;
            if (width > 0)
            {
                svg.Rectangle($"c{i}", x, y, width, BarHeight);
                x += width;
            }
        }

        svg.Text("s", x + 8, y + 12, PictureText.Within(bar.Shown, ShownRoom));
    }
}
