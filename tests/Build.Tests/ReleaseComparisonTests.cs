using ClickUpMcp.Build.Release;

namespace Build.Tests;

public sealed class ReleaseComparisonTests
{
    private const string Sums = "aa  install.sh\nbb  clickup-mcp\ncc  sbom.cdx.json\n";

    [Fact]
    public void The_same_checksums_differ_in_nothing() => ReleaseComparison.Differing(Sums, Sums).ShouldBeEmpty();

    [Fact]
    public void A_file_with_another_checksum_and_one_that_is_not_there_are_named() =>
        ReleaseComparison
            .Differing(Sums, "aa  install.sh\nbd  clickup-mcp\nee  server.json\n")
            .ShouldBe(["clickup-mcp", "sbom.cdx.json", "server.json"]);
}
