using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>The official conformance suite against the transport with the suite's fixtures, and against the server as shipped.</summary>
public sealed class ConformanceTests
{
    /// <summary>What of each revision means something without any fixture, in the exit code or not.</summary>
    public static TheoryData<string, string[]> Shipped { get; } =
        new()
        {
            {
                "2025-11-25",
                [
                    "server-initialize",
                    "server-session-lifecycle",
                    "ping",
                    "tools-list",
                    "resources-list",
                    "prompts-list",
                    "server-sse-multiple-streams",
                    "dns-rebinding-protection",
                ]
            },
            {
                "2026-07-28",
                [
                    "tools-list",
                    "resources-list",
                    "prompts-list",
                    "server-sse-multiple-streams",
                    "dns-rebinding-protection",
                    "http-header-validation",
                    "input-required-result-unsupported-methods",
                    "input-required-result-validate-input",
                ]
            },
        };

    [Theory]
    [InlineData(ConformanceRun.Newest, "2025-11-25", 32, 80)]
    [InlineData(ConformanceRun.Newest, "2026-07-28", 39, 132)]
    [InlineData(ConformanceRun.Stable, null, 30, 39)]
    public async Task The_transport_passes_everything(string package, string? revision, int scenarios, int checks)
    {
        await using var host = await HttpServerProcess.StartAsync(ServerBinary.ConformanceHost, [], null, Limit.Short);

        var run = await ConformanceRun.OfAsync(package, host, revision is null ? [] : ["--requirements", revision]);

        run.ExitCode.ShouldBe(0, run.Everything);
        run.Checks.Count.ShouldBeGreaterThanOrEqualTo(scenarios, run.Everything);
        run.Checks.Values.Sum().ShouldBeGreaterThanOrEqualTo(checks, run.Everything);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task The_shipped_server_passes_what_needs_no_fixture(string revision, string[] scenarios)
    {
        await using var server = await ServerBinary.StartHttpAsync("--sandbox");

        var run = await ConformanceRun.OfAsync(
            ConformanceRun.Newest,
            server,
            "--requirements",
            revision,
            "--expected-failures",
            Repository.At(Baseline(revision))
        );

        run.ExitCode.ShouldBe(0, run.Everything);
        scenarios.ShouldBeSubsetOf(run.Checks.Keys, run.Everything);
    }

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public void A_baseline_excuses_only_single_checks_that_need_a_fixture(string revision)
    {
        var fixtures = string.Concat(
            Directory.EnumerateFiles(Repository.At("tests", "Conformance", "Host"), "*.cs").Select(File.ReadAllText)
        );
        var entries = Repository
            .Read(Baseline(revision))
            .Split('\n')
            .Where(line => line.StartsWith("  - ", StringComparison.Ordinal))
            .ToList();

        entries.Count.ShouldBeGreaterThan(20);
        foreach (var entry in entries)
        {
            entry.ShouldMatch("^  - [a-z0-9-]+:[a-z0-9-]+ # [a-z0-9_:/-]+$");
            fixtures.ShouldContain($"\"{entry[(entry.IndexOf('#', StringComparison.Ordinal) + 2)..]}\"");
        }
    }

    private static string[] Baseline(string revision) => ["tests", "Conformance", $"baseline-{revision}.yml"];
}
