using System.Globalization;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Whole numbers of the spec, kept within the range that JSON readers of every language read exactly.</summary>
internal static class Numbers
{
    private const long LargestExact = ArgumentLimits.LargestInteger;

    /// <summary>JSON number text as a whole number.</summary>
    public static long ToLong(string json) => Round(json, Math.Truncate);

    /// <summary>The smallest whole number an integer argument accepts.</summary>
    public static long Minimum(string? json) => json is null ? -LargestExact : Round(json, Math.Ceiling);

    /// <summary>The largest whole number an integer argument accepts.</summary>
    public static long Maximum(string? json) => json is null ? LargestExact : Round(json, Math.Floor);

    private static long Round(string json, Func<decimal, decimal> round)
    {
        bool isNumber = decimal.TryParse(
            json.Trim(),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out decimal value
        );
        return isNumber ? (long)Math.Max(-LargestExact, Math.Min(LargestExact, round(value))) : 0;
    }
}
