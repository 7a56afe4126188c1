namespace ClickUpMcp.Tests;

/// <summary>A committed file whose content is made by the program: compared by default, rewritten on request.</summary>
internal static class GeneratedFile
{
    private static readonly bool _accept = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <summary>Fails when the committed file differs; with <c>UPDATE_SNAPSHOTS=1</c> it writes the file instead.</summary>
    /// <param name="content">What the file must hold.</param>
    /// <param name="path">Path from the repository's root.</param>
    public static void ShouldMatch(string content, params string[] path)
    {
        string file = Repository.PathOf(path);
        if (_accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
            return;
        }

        string name = string.Join('/', path);
        File.Exists(file).ShouldBeTrue($"{name} is missing; run './build.sh snapshots' and commit it.");
        File.ReadAllText(file).ShouldBe(content, $"{name} is out of date; run './build.sh snapshots' and commit it.");
    }
}
