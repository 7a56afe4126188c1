using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>The inputs of a target that are kept in the repository, one in base64 on each line.</summary>
internal static class Corpus
{
    private const int Most = 80;
    private const int Longest = 240;

    /// <summary>What is kept for a target; nothing for a new one.</summary>
    public static IReadOnlyList<byte[]> Read(string target) =>
        File.Exists(PathOf(target)) ? [.. File.ReadLines(PathOf(target)).Select(Convert.FromBase64String)] : [];

    /// <summary>Keeps the short ones of the inputs that reach something of their own.</summary>
    public static void Write(string target, IEnumerable<byte[]> inputs)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(target))!);
        File.WriteAllLines(
            PathOf(target),
            inputs
                .Where(static input => input.Length <= Longest)
                .Select(Convert.ToBase64String)
                .Distinct()
                .Take(Most)
                .Order(StringComparer.Ordinal)
        );
    }

    private static string PathOf(string target) => Repository.At("tests", "Corpus", $"{target}.txt");
}
