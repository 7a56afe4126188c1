using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Audit;

/// <summary>The lines of the audit's file and of what was set aside of it, the oldest first.</summary>
/// <param name="path">The file of <c>--audit</c>.</param>
internal sealed class AuditFiles(string path) : IAuditLines
{
    public byte[] FindKey(ServerOptions options) => AuditKey.Find(options, path);

    public IEnumerable<(string File, int Number, string Line)> Lines()
    {
        string[] files = [.. new AuditParts(path).Earlier().Select(static part => part.File.FullName), path];
        if (!File.Exists(path) && files.Length == 1)
        {
            throw new UnusableException("There is no audit in that place; name its file with --audit.");
        }

        return files.Where(File.Exists).SelectMany(Of);
    }

    private static IEnumerable<(string File, int Number, string Line)> Of(string file)
    {
        using StreamReader reader = Open(file);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                yield return (Path.GetFileName(file), number, line);
            }
        }
    }

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(
                new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete),
                Encoding.UTF8
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableException("The audit cannot be read.");
        }
    }
}
