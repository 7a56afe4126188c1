using System.Text.RegularExpressions;
using ClickUpMcp.Driver;

namespace Build.Tests;

/// <summary>The workflow of a release asks the build for what it has, and publishes what it makes.</summary>
public sealed partial class ReleaseWorkflowTests
{
    private static string Workflow => Repository.Read(".github", "workflows", "release.yml");

    [Fact]
    public void It_names_verbs_that_exist()
    {
        string help = Repository.Read("eng", "Build", "Verbs.cs");
        string[] verbs = [.. Verb().Matches(Workflow).Select(match => match.Groups["verb"].Value).Distinct()];

        verbs.ShouldBe(["test", "static", "release", "native"], ignoreOrder: true);
        verbs.ShouldAllBe(verb => help.Contains($"\n          {verb} "));
    }

    [Fact]
    public void It_gives_the_repository_to_the_entry_of_the_registry() =>
        Workflow.ShouldContain(ClickUpMcp.Build.Release.ReleaseInfo.RepositoryVariable);

    [Fact]
    [Trait("Requirement", "C-01")]
    public void C_01_it_attests_where_each_file_of_a_release_was_made()
    {
        Workflow.ShouldContain("uses: actions/attest-build-provenance@");
        Workflow.ShouldContain("subject-path: release/*");
        Workflow.ShouldContain("id-token: write");
        Workflow.ShouldContain("attestations: write");
        Workflow
            .IndexOf("attest-build-provenance", StringComparison.Ordinal)
            .ShouldBeLessThan(Workflow.IndexOf("gh release create", StringComparison.Ordinal));
    }

    [Fact]
    public void It_says_what_was_never_run() => Workflow.ShouldContain("have never been run");

    [GeneratedRegex(@"(?:\./build\.sh|matrix\.build \}\}) (?<verb>[a-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Verb();
}
