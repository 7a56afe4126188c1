namespace ClickUpMcp.Build;

/// <summary>What a person who edited the spec is told of a build that failed.</summary>
internal static class CompilerErrors
{
    private const string Mark = ": error ";

    /// <returns>
    /// What the generator said of the spec, each once and without the name of the project; all errors where it said nothing,
    /// because what C# then lacks only follows from the spec.
    /// </returns>
    public static IReadOnlyList<string> In(string output)
    {
        var errors = output
            .Split('\n')
            .Where(line => line.Contains(Mark, StringComparison.Ordinal))
            .Select(line => WithoutProject(line.Trim()))
            .Distinct()
            .ToList();
        var ofSpec = errors.Where(line => line.Contains($"{Mark}CUMCP", StringComparison.Ordinal)).ToList();
        return ofSpec.Count > 0 ? ofSpec : errors;
    }

    private static string WithoutProject(string line) =>
        line.EndsWith(']') && line.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var start
            ? line[..start]
            : line;
}
