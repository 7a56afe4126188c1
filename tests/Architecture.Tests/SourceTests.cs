using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>Rules about the source files themselves. One type per file is a compiler error already (MA0048).</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 500;
    private const int MedianFile = 80;

    private static readonly string[] UnfinishedMarks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

    /// <summary>Files that name paths of the API themselves. The list only shrinks.</summary>
    /// <remarks>The sign-in stands in a project that the spec's operations do not reach.</remarks>
    private static readonly string[] WithPaths = ["ClickUpSignIn.cs"];

    [Fact]
    public void Paths_of_the_API_stand_in_the_spec_alone() =>
        SourceFiles
            .In("src/Server", "src/Authorization")
            .Where(static file =>
                File.ReadLines(file)
                    .Any(static line =>
                        line.Contains("\"/api/v", StringComparison.Ordinal)
                        || line.Contains("\"api/v", StringComparison.Ordinal)
                    )
            )
            .Select(Path.GetFileName)
            .ShouldBe(WithPaths);

    [Fact]
    [Trait("Promise", "PA-09")]
    [Trait("Requirement", "O-10")]
    public void Secrets_and_their_hashes_are_compared_in_constant_time_only()
    {
        CompareSecrets().IsMatch("content.Browser == browser").ShouldBeTrue("the search finds what it is for");
        CompareSecrets().IsMatch("hash.SequenceEqual(other)").ShouldBeTrue("the search finds what it is for");
        SourceFiles
            .In("src/Authorization", "src/Server/Hosting/Access", "src/Storage/Sealing")
            .SelectMany(static file => File.ReadLines(file).Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"))
            .Where(static line => CompareSecrets().IsMatch(line))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_file_in_src_is_long()
    {
        var wrong = Lines("src").Where(file => file.Count > LongestFile).ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_median_file_in_src_is_short()
    {
        var counts = Lines("src").Select(file => file.Count).Order().ToList();

        counts[counts.Count / 2].ShouldBeLessThanOrEqualTo(MedianFile);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    [InlineData("eng")]
    public void Nothing_is_left_unfinished(string folder)
    {
        var wrong = SourceFiles
            .In(folder)
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Where: $"{file}:{index + 1}", line)))
            .Where(hit => UnfinishedMarks.Any(mark => hit.line.Contains(mark, StringComparison.Ordinal)))
            .ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Tests_that_write_files_say_so_since_only_they_run_for_docs() =>
        SourceFiles
            .In("tests")
            .Where(file => Path.GetFileName(file) is not ("GeneratedFile.cs" or "SourceTests.cs"))
            .Where(file => File.ReadAllText(file).Contains("GeneratedFile.ShouldMatch(", StringComparison.Ordinal))
            .Where(file => !File.ReadAllText(file).Contains("[Trait(\"Writes\", \"files\")]", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static IEnumerable<(string File, int Count)> Lines(string folder) =>
        SourceFiles.In(folder).Select(file => (file, File.ReadLines(file).Count()));

    [GeneratedRegex(
        @"(hash|secret|signature|browser|verifier)\b\s*[!=]=|[!=]=\s*(\w+\.)*\w*(hash|secret|signature|browser|verifier)\b(?!\.)|(hash|secret|signature|browser|verifier)(\.Span)?\.(SequenceEqual|Equals|CompareTo)\(",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CompareSecrets();
}
