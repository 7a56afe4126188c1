namespace ClickUpMcp.MutationBenchmark;

/// <summary>The type that the mutated server has in addition: it knows which mutant is on, and notes which were reached.</summary>
internal static class MutantSwitch
{
    /// <summary>The variable that names the mutant; without it the program runs as written.</summary>
    public const string Variable = "MUTANT";

    /// <summary>The variable that names the file for what was reached: a byte for each number, 1 where it was.</summary>
    public const string ReachedFile = "MUTANTS_REACHED";

    /// <summary>How mutated code asks whether its mutant is on.</summary>
    public const string Question = "global::MutantSwitch.Is";

    /// <summary>Its source, compiled into the mutated assembly alone.</summary>
    /// <param name="count">How many mutants there are.</param>
    public static string Source(int count) =>
        $$"""
            internal static class MutantSwitch
            {
                private static readonly int On = int.TryParse(System.Environment.GetEnvironmentVariable("{{Variable}}"), out int number) ? number : 0;
                private static readonly byte[] Reached = NoteAtExit(new byte[{{count}} + 1]);

                public static bool Is(int mutant)
                {
                    Reached[mutant] = 1;
                    return On == mutant;
                }

                private static byte[] NoteAtExit(byte[] reached)
                {
                    if (System.Environment.GetEnvironmentVariable("{{ReachedFile}}") is { Length: > 0 } path)
                    {
                        System.AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllBytes(path, reached);
                    }

                    return reached;
                }
            }
            """;
}
