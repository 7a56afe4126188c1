using System.Text.RegularExpressions;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Docs;

/// <summary>A page of this repository, by what a reader follows and copies.</summary>
internal sealed partial class MarkdownPage
{
    private readonly List<string> _prose = [];
    private readonly List<FencedBlock> _blocks = [];

    private MarkdownPage(string path)
    {
        Path = path;
        List<string>? block = null;
        var (language, start, indent) = ("", 0, 0);
        var lines = Repository.Read(path).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is not { Success: true } fence)
            {
                (block ?? _prose).Add(
                    block is null
                        ? lines[i]
                        : lines[i][Math.Min(indent, lines[i].Length - lines[i].TrimStart().Length)..]
                );
            }
            else if (block is null)
            {
                // A block of a list stands as far in as the text of its item.
                (block, language, start, indent) = (
                    [],
                    fence.Groups["language"].Value,
                    i + 1,
                    fence.Groups["indent"].Length
                );
            }
            else
            {
                _blocks.Add(new FencedBlock(path, start, language, string.Join('\n', block)));
                block = null;
            }
        }
    }

    /// <summary>All pages that people read.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.At("bench", "results"), "*.md"))
            .Select(file => new MarkdownPage(System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
            .OrderBy(page => page.Path, StringComparer.Ordinal),
    ];

    /// <summary>From the repository's root.</summary>
    public string Path { get; }

    public IReadOnlyList<FencedBlock> Blocks => _blocks;

    /// <summary>Where its links and pictures lead, as written.</summary>
    public IEnumerable<string> Targets =>
        Link().Matches(Code().Replace(string.Join('\n', _prose), "")).Select(match => match.Groups["target"].Value);

    /// <summary>What a link may name after <c>#</c>.</summary>
    public IEnumerable<string> Anchors =>
        _prose
            .Select(line => Heading().Match(line))
            .Where(match => match.Success)
            .Select(match => Slug(match.Groups["title"].Value));

    public static MarkdownPage? Find(string path) => All.FirstOrDefault(page => page.Path == path);

    private static string Slug(string heading) =>
        Dropped().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^(?<indent> *(?:[0-9]+\. |[*-] )?)```(?<language>[^`]*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`\n]*`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("^#{1,6} (?<title>.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]", RegexOptions.NonBacktracking)]
    private static partial Regex Dropped();
}
