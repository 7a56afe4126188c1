using System.Globalization;

namespace ClickUpMcp.Projection;

/// <summary>Writes numbers as callers write them back: without zeros that say nothing.</summary>
internal static class NumberText
{
    private const string Plain = "0.############################";

    public static string Of(decimal number) => number.ToString(Plain, CultureInfo.InvariantCulture);
}
