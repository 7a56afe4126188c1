namespace ClickUpMcp.EndToEndBenchmark.Curves;

/// <summary>Where a value lies between two ends of an axis.</summary>
internal sealed class LogarithmicScale
{
    private readonly double _least;
    private readonly double _most;
    private readonly double _from;
    private readonly double _to;

    private LogarithmicScale(double least, double most, double from, double to) =>
        (_least, _most, _from, _to) = (least, most, from, to);

    /// <summary>The powers of ten on the axis.</summary>
    public IEnumerable<double> Decades
    {
        get
        {
            for (var exponent = (int)Math.Ceiling(_least - 1e-9); exponent <= _most + 1e-9; exponent++)
            {
                yield return Math.Pow(10, exponent);
            }
        }
    }

    /// <summary>From the least value to the most.</summary>
    public static LogarithmicScale Of(IEnumerable<double> values, double from, double to)
    {
        double[] logarithms = [.. values.Select(Math.Log10)];
        return new LogarithmicScale(logarithms.Min(), logarithms.Max(), from, to);
    }

    /// <summary>The same, out to the next powers of ten.</summary>
    public static LogarithmicScale OfDecades(IEnumerable<double> values, double from, double to)
    {
        double[] logarithms = [.. values.Select(Math.Log10)];
        return new LogarithmicScale(Math.Floor(logarithms.Min()), Math.Ceiling(logarithms.Max()), from, to);
    }

    public double At(double value) => _from + ((Math.Log10(value) - _least) / (_most - _least) * (_to - _from));
}
