using System.Globalization;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>One run of the official conformance suite against a server.</summary>
/// <param name="ExitCode">0 if nothing failed that counts.</param>
/// <param name="Checks">How many checks each scenario passed that failed none; without those that checked nothing.</param>
/// <param name="Everything">What it printed.</param>
internal sealed partial record ConformanceRun(int ExitCode, IReadOnlyDictionary<string, int> Checks, string Everything)
{
    public const string Newest = "@modelcontextprotocol/conformance";
    public const string Stable = "conformance-stable";

    public static async Task<ConformanceRun> OfAsync(
        string package,
        HttpServerProcess server,
        params IEnumerable<string> options
    )
    {
        var done = await NpmTools.RunScriptAsync(
            $"node_modules/{package}/dist/index.js",
            ["server", "--url", server.Address.ToString(), .. options],
            null,
            Limit.Long
        );
        return From(done.ExitCode, done.Output, done.Errors);
    }

    /// <summary>Reads what a run has printed.</summary>
    public static ConformanceRun From(int exitCode, string output, string errors)
    {
        var clean = CleanScenario()
            .Matches(output)
            .ToDictionary(
                match => match.Groups["name"].Value,
                match => int.Parse(match.Groups["passed"].ValueSpan, CultureInfo.InvariantCulture)
            );
        return new ConformanceRun(exitCode, clean, output + errors);
    }

    /// <summary>A line of the summary that the suite prints at its end.</summary>
    [GeneratedRegex(
        "^✓ (?<name>[a-z0-9-]+): (?<passed>[1-9][0-9]*) passed, 0 failed$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex CleanScenario();
}
