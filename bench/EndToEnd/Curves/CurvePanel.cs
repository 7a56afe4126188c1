using System.Globalization;
using System.Text;

namespace ClickUpMcp.EndToEndBenchmark.Curves;

/// <summary>Curves over the same sizes.</summary>
/// <param name="Title">What grows.</param>
/// <param name="Sizes">How far, the smallest first.</param>
/// <param name="Curves">What it costs.</param>
internal sealed record CurvePanel(string Title, IReadOnlyList<int> Sizes, IReadOnlyList<Curve> Curves)
{
    /// <summary>The panel as a table of Markdown.</summary>
    public string Table()
    {
        var text = new StringBuilder();
        text.Append("| ").Append(Title).Append(" | ").AppendJoin(" | ", Sizes.Select(Number)).Append(" |\n");
        text.Append("| --- |").Insert(text.Length, " ---: |", Sizes.Count).Append('\n');
        foreach (var curve in Curves)
        {
            text.Append("| ").Append(curve.Name).Append(" | ");
            text.AppendJoin(" | ", curve.Values.Select(Short)).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>A figure with as many digits as can be believed.</summary>
    public static string Short(double value) =>
        value.ToString(
            value >= 100 ? "N0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );

    private static string Number(int size) => size.ToString("N0", CultureInfo.InvariantCulture);
}
