namespace ClickUpMcp.MutationBenchmark;

/// <summary>What became of an area's mutants.</summary>
/// <param name="Area">The area.</param>
/// <param name="Found">How many changes the compiler takes.</param>
/// <param name="Reached">How many of them the tests of the area run.</param>
/// <param name="Tried">How many of those were switched on, evenly spread.</param>
/// <param name="Survivors">Those that no test noticed.</param>
internal sealed record AreaResult(MutatedArea Area, int Found, int Reached, int Tried, IReadOnlyList<Mutant> Survivors);
