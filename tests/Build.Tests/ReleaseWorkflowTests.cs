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
    public void It_says_what_was_never_run() => Workflow.ShouldContain("have never been run");

    [GeneratedRegex(@"(?:\./build\.sh|matrix\.build \}\}) (?<verb>[a-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Verb();
}
