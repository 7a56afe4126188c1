namespace ClickUpMcp.MutationBenchmark;

/// <summary>One change of the program: the assembly has them all, and a run of the tests switches one on.</summary>
/// <param name="Id">The number that switches it on, from 1.</param>
/// <param name="File">The source, relative to the repository.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Change">What it does to the code, in a few words.</param>
/// <param name="Code">The first line of the code that it changes.</param>
internal sealed record Mutant(int Id, string File, int Line, string Change, string Code);
