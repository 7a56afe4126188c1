namespace Architecture.Tests;

/// <summary>Rules about the source files themselves. One type per file is a compiler error already (MA0048).</summary>
public sealed class SourceTests
{
    private const int LongestFile = 500;
    private const int MedianFile = 80;

    private static readonly string[] UnfinishedMarks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

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

    private static IEnumerable<(string File, int Count)> Lines(string folder) =>
        SourceFiles.In(folder).Select(file => (file, File.ReadLines(file).Count()));
}
