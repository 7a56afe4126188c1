using ClickUpMcp.Driver;

namespace ClickUpMcp.SpecDiff;

/// <summary>The differences that are known and not yet excused or removed. The list only shrinks.</summary>
/// <param name="New">Differences that are not on the list.</param>
/// <param name="Gone">Lines of the list for which there is no difference any more.</param>
internal sealed record Ratchet(IReadOnlyList<string> New, IReadOnlyList<string> Gone)
{
    /// <summary>The list, from the repository's root.</summary>
    public const string Path = "tests/Generators.Tests/SpecDiff/differences.txt";

    public bool Holds => New.Count == 0 && Gone.Count == 0;

    /// <param name="known">The lines of the list.</param>
    /// <param name="found">What differs now.</param>
    /// <param name="isInScope">Whether the documents say something about an operation.</param>
    public static Ratchet Compare(
        IReadOnlyCollection<string> known,
        IReadOnlyCollection<Difference> found,
        Func<string, bool> isInScope
    )
    {
        List<string> lines = [.. found.Select(difference => difference.ToString())];
        return new Ratchet(
            [.. lines.Except(known)],
            [.. known.Except(lines).Where(line => isInScope(line.Split(' ')[0]))]
        );
    }

    /// <summary>The lines of the committed list.</summary>
    public static IReadOnlyList<string> Read() =>
        Repository.Read(Path).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes from the committed list what is gone; adds nothing.</summary>
    public void Shrink() =>
        File.WriteAllText(Repository.At(Path), string.Concat(Read().Except(Gone).Select(line => line + "\n")));
}
