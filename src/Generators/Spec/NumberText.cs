using System.Globalization;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Compares JSON numbers by their text, so that no digit is lost where a decimal can hold them.</summary>
internal static class NumberText
{
    private const decimal Safe = ArgumentLimits.LargestInteger;

    public static int Compare(string left, string right) =>
        TryDecimal(left, out decimal a) && TryDecimal(right, out decimal b)
            ? a.CompareTo(b)
            : ToDouble(left).CompareTo(ToDouble(right));

    /// <summary>Plain digits of a whole number that every JSON reader keeps exactly (<c>5.0</c> → <c>5</c>); null otherwise.</summary>
    public static string? ToInteger(string text) =>
        TryDecimal(text, out decimal value) && value >= -Safe && value <= Safe && decimal.Truncate(value) == value
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : null;

    public static bool IsFinite(string text)
    {
        double value = ToDouble(text);
        return !double.IsNaN(value) && !double.IsInfinity(value);
    }

    private static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static double ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
}
