namespace ClickUpMcp.EndToEndBenchmark.Curves;

/// <summary>A figure at several sizes.</summary>
/// <param name="Name">What it is, with its unit.</param>
/// <param name="Values">One for each size.</param>
internal sealed record Curve(string Name, IReadOnlyList<double> Values);
