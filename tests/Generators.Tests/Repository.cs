using System.Reflection;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Files of the repository that tests hold to the code.</summary>
internal static class Repository
{
    private static readonly string s_root = typeof(Repository)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot")
        .Value!;

    public static string Read(string path) => File.ReadAllText(Path.Combine(s_root, path)).ReplaceLineEndings("\n");

    /// <summary>Compares a generated file with the one in the repository; <c>UPDATE_SNAPSHOTS=1</c> rewrites it instead.</summary>
    public static void ShouldMatchFile(string actual, string path)
    {
        string full = Path.Combine(s_root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, actual);
            return;
        }

        string expected = File.Exists(full) ? Read(path) : "";
        actual.ShouldBe(expected, $"{path} is out of date; run the tests with UPDATE_SNAPSHOTS=1");
    }
}
