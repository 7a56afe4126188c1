using System.Globalization;

namespace ClickUpMcp.Projection;

/// <summary>Writes numbers as callers write them back: without zeros that say nothing.</summary>
internal static class NumberText
{
    // Divided by it, a number keeps its value and loses its trailing zeros.
    private const decimal One = 1.0000000000000000000000000000m;

    public static string Of(decimal number) => (number / One).ToString(CultureInfo.InvariantCulture);
}
