using ClickUpMcp.Files;

namespace ClickUpMcp.Tests.Files;

/// <summary>An allowed folder with a folder beside it that is not, both gone with the test.</summary>
internal sealed class FolderOfFiles : IDisposable
{
    public const string Secret = "canary-7f3a";

    private readonly string _base = Directory.CreateTempSubdirectory("files-").FullName;

    public FolderOfFiles()
    {
        Root = Directory.CreateDirectory(Path.Join(_base, "root")).FullName;
        Outside = Directory.CreateDirectory(Path.Join(_base, "outside")).FullName;
        // A neighbour whose path starts as the root's does.
        Directory.CreateDirectory(Root + "-not");
        File.WriteAllText(Root + "-not/plain.txt", Secret);
        File.WriteAllText(Path.Join(Outside, "plain.txt"), Secret);
        Write("report.pdf", "fine");
        Write("sub/deep/Übersicht 1.txt", "fine");
    }

    /// <summary>The folder that is allowed.</summary>
    public string Root { get; }

    /// <summary>The folder that is not.</summary>
    public string Outside { get; }

    /// <summary>Writes a file below the root.</summary>
    public string Write(string path, string text)
    {
        string full = Path.Join(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Puts a link below the root.</summary>
    public string Link(string path, string target)
    {
        string full = Path.Join(Root, path);
        File.CreateSymbolicLink(full, target);
        return full;
    }

    /// <summary>What tools may use of it.</summary>
    public LocalFiles Open(FileAccessOptions? options = null, Action? beforeOpen = null) =>
        new((options ?? new FileAccessOptions()) with { Roots = [Root] }) { BeforeOpen = beforeOpen };

    public void Dispose() => Directory.Delete(_base, recursive: true);
}
