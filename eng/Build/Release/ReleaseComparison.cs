using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Release;

/// <summary>Makes the release of the same commit a second time, in another folder, and compares.</summary>
internal static class ReleaseComparison
{
    /// <exception cref="BuildFailedException">A file differs.</exception>
    public static async Task RunAsync(string checksums)
    {
        var first = await File.ReadAllTextAsync(checksums);
        var folder = Directory.CreateTempSubdirectory("clickup-mcp-made-again-");
        try
        {
            // Another length too, since a path may be padded.
            var clone = Path.Combine(folder.FullName, "in", "another", "folder");
            Shell.Run("git", ["clone", "--quiet", Repository.Root, clone]);
            Shell.Run(Path.Combine(clone, "build.sh"), ["release"], folder: clone);
            var second = await File.ReadAllTextAsync(
                Path.Combine(clone, Path.GetRelativePath(Repository.Root, checksums))
            );
            if (Differing(first, second) is { Count: > 0 } differing)
            {
                throw new BuildFailedException(
                    $"Made in another folder, {string.Join(", ", differing)} {(differing.Count == 1 ? "has" : "have")} other bytes."
                );
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Console.WriteLine("Made a second time from a clone in another folder, every file has the same checksum.");
    }

    /// <summary>The files that two lists of checksums do not agree on, those that only one of them has included.</summary>
    public static IReadOnlyList<string> Differing(string first, string second)
    {
        string[] Lines(string sums) => sums.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var one = Lines(first);
        var other = Lines(second);
        return
        [
            .. one.Except(other)
                .Concat(other.Except(one))
                .Select(static line => line[(line.LastIndexOf(' ') + 1)..])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <exception cref="BuildFailedException">There are changes that a clone does not have.</exception>
    public static async Task RequireCommitAsync()
    {
        var status = await ChildProcess.RunAsync("git", ["-C", Repository.Root, "status", "--porcelain"]);
        if (status.ExitCode != 0 || status.Output.Length > 0)
        {
            throw new BuildFailedException(
                $"The second release is made from a clone, which has no changes that are not committed. Commit these first:\n{status.Everything}"
            );
        }
    }
}
