using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Admin;

/// <summary>The lines of a file of bearer tokens, which is replaced in one step, since a server may read it at any time.</summary>
/// <param name="path">The file; a link stays one.</param>
internal sealed class TokensFile(string path)
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string Target =>
        new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : Path.GetFullPath(path);

    /// <summary>Each line with the name of its token; null where it names none, as in a comment.</summary>
    /// <exception cref="UnusableException">The file cannot be read.</exception>
    public IReadOnlyList<(string? Name, string Line)> Read()
    {
        try
        {
            string text = SettingFile.ReadText(path, out _).ReplaceLineEndings("\n");
            text = text.EndsWith('\n') ? text[..^1] : text;
            return [.. text.Split('\n').Select(static line => (NameIn(line), line))];
        }
        catch (SettingFileException e)
        {
            throw new UnusableException($"{TokenWord.FileFlag} must name {e.Message}.");
        }
    }

    /// <summary>Adds a line, to a new file where there is none.</summary>
    /// <exception cref="UnusableException">The file cannot be read or written.</exception>
    public void Add(string line) =>
        Write([
            .. new FileInfo(Target) is { Exists: true, Length: > 0 } ? Read().Select(static l => l.Line) : [],
            line,
        ]);

    /// <summary>Replaces the lines.</summary>
    /// <exception cref="UnusableException">The file cannot be written; then it is as it was.</exception>
    public void Write(IEnumerable<string> lines)
    {
        string fresh = $"{Target}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.new";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        try
        {
            using (FileStream file = new(fresh, options))
            {
                file.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(static line => $"{line}\n"))));
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(Target))
            {
                File.SetUnixFileMode(fresh, File.GetUnixFileMode(Target));
            }

            File.Move(fresh, Target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(fresh);
            throw new UnusableException($"{path} cannot be written. It is as it was.");
        }
    }

    private static string? NameIn(string line) =>
        line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var name, _, ..] && name[0] != '#'
            ? name
            : null;
}
