using System.Text;
using ClickUpMcp.Build.Release;

namespace Build.Tests;

public sealed class BuildPathsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("build-paths-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("/home/ada/src/a.pdb", true)]
    [InlineData("\0\0/home/ada/src/a.pdb\0", true)]
    [InlineData("/_/src/a.pdb", false)]
    [InlineData("/home/adam/src/a.pdb", false)]
    [InlineData("/ci/home/ada/src/a.pdb", false)]
    [InlineData("/ci/home/ada/x\0/home/ada/x", true)]
    [InlineData("", false)]
    public void A_path_under_the_folder_is_found_in_both_encodings(string content, bool isFound)
    {
        string narrow = Write("narrow", Encoding.UTF8.GetBytes(content));
        string wide = Write("wide", Encoding.Unicode.GetBytes(content));

        BuildPaths.Naming("/home/ada", [narrow, wide]).ShouldBe(isFound ? [narrow, wide] : []);
    }

    [Fact]
    public void A_folder_with_other_letters_is_found()
    {
        string file = Write("file", Encoding.UTF8.GetBytes("/home/Zoë/src"));

        BuildPaths.Naming("/home/Zoë/", [file]).ShouldBe([file]);
    }

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
