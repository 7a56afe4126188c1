using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Reads a file of bearer tokens: on each line a name and the SHA-256 of a token, as <c>sha256sum</c> prints it.</summary>
/// <remarks>Lines of the same name are one principal, so that a token can be replaced without a gap.</remarks>
internal static class BearerTokenFile
{
    private const int MostTokens = 1000;
    private const int HashLength = 64;
    private const string Flag = "--tokens-file";
    private const string Unreadable = "The file of bearer tokens cannot be read.";

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnusableException">It cannot be read, others can open it, or a line says something else.</exception>
    public static BearerToken[] Read(string path)
    {
        try
        {
            string text = SettingFile.ReadText(path, out bool isExposed);
            return isExposed ? throw new UnusableException(SettingFile.Describe(Flag)) : Parse(Lines(text));
        }
        catch (SettingFileException e)
        {
            throw new UnusableException($"{Flag} must name {e.Message}.");
        }
    }

    /// <summary>Reads what is good of a file that has changed: a token that does not stand there any more is gone, for whatever reason.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    public static BearerToken[] ReadAgain(string path, out string? problem)
    {
        try
        {
            string[] lines = Lines(SettingFile.ReadText(path, out _));
            BearerToken[] tokens = [.. Tokens(lines, static _ => { }).Take(MostTokens)];
            problem = Problem(lines);
            return tokens;
        }
        catch (SettingFileException)
        {
            problem = Unreadable;
            return [];
        }
    }

    /// <summary>Reads the lines of such a file.</summary>
    /// <exception cref="OptionsException">A line says something else.</exception>
    public static BearerToken[] Parse(string[] lines) =>
        Problem(lines) is { } problem ? throw new UnusableException(problem) : [.. Tokens(lines, static _ => { })];

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string? Problem(string[] lines)
    {
        int broken = 0;
        int count = Tokens(lines, line => broken = broken == 0 ? line : broken).Count();
        return broken > 0
                ? $"Line {broken} of the file of bearer tokens is not a name and a SHA-256 in 64 hexadecimal digits."
            : count is > 0 and <= MostTokens ? null
            : $"The file of bearer tokens must name 1 to {MostTokens} tokens.";
    }

    /// <summary>The tokens of the lines that name one.</summary>
    private static IEnumerable<BearerToken> Tokens(string[] lines, Action<int> broken)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            string[] words = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            if (words is [var name, var hash] && hash.Length == HashLength && hash.All(char.IsAsciiHexDigit))
            {
                yield return new BearerToken(
                    Convert.FromHexString(hash),
                    new Principal(PrincipalId.OfName(name)) { Kind = PrincipalKind.StaticToken, Name = name }
                );
            }
            else
            {
                broken(i + 1);
            }
        }
    }
}
