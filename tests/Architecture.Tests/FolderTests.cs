using ClickUpMcp.Driver;

namespace Architecture.Tests;

/// <summary>A folder that holds too much is divided by what its files are about.</summary>
public sealed class FolderTests
{
    private const int MostFiles = 25;

    /// <summary>Folders that are not divided yet. The list only shrinks.</summary>
    private static readonly string[] Large = ["tests/Sandbox.Tests"];

    [Fact]
    public void No_other_folder_is_large() =>
        Counts().Where(folder => folder.Value > MostFiles).Select(folder => folder.Key).Except(Large).ShouldBeEmpty();

    [Fact]
    public void A_folder_that_is_divided_leaves_the_list()
    {
        var counts = Counts();

        Large.ShouldBeUnique();
        Large.Where(folder => counts.GetValueOrDefault(folder) <= MostFiles).ShouldBeEmpty();
    }

    /// <summary>How many source files lie in each folder itself.</summary>
    private static Dictionary<string, int> Counts() =>
        SourceFiles
            .In("src", "tests", "bench", "eng")
            .GroupBy(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .ToDictionary(folder => folder.Key, folder => folder.Count());
}
