using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests;

/// <summary>A committed file whose content is made by the program: compared by default, rewritten on request.</summary>
internal static class GeneratedFile
{
    /// <summary>Whether this run rewrites what it compares.</summary>
    public static bool IsAccepting { get; } = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>Fails when the committed file differs; with <c>UPDATE_SNAPSHOTS=1</c> it writes the file instead.</summary>
    /// <param name="content">What the file must hold.</param>
    /// <param name="path">Path from the repository's root.</param>
    public static void ShouldMatch(string content, params string[] path)
    {
        string file = Repository.At(path);
        if (IsAccepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
            return;
        }

        string name = string.Join('/', path);
        File.Exists(file).ShouldBeTrue($"{name} is missing; run './build.sh snapshots' and commit it.");
        Repository.Read(path).ShouldBe(content, $"{name} is out of date; run './build.sh snapshots' and commit it.");
    }
}
