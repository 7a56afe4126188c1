using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page that tells which tests show each requirement.</summary>
internal static partial class SecurityPage
{
    public static string Write()
    {
        ILookup<string, string> tests = Tests();
        StringBuilder page = new();
        page.Append(
            "<!-- Generated from the tests; run './build.sh docs' to renew. -->\n# Security: what is shown, and where\n\n"
        );
        page.Append(
            "Each test carries the id of what it shows. [SECURITY.md](../SECURITY.md) says what is protected and what is not.\n\n"
        );
        page.Append("| id | what must hold | tests |\n| --- | --- | --- |\n");
        foreach (SecurityProof proof in SecurityProof.All)
        {
            string names = string.Join(
                "<br>",
                tests[proof.Id].Order(StringComparer.Ordinal).Select(static name => $"`{name}`")
            );
            page.Append(CultureInfo.InvariantCulture, $"| {proof.Id} | {proof.Says} | {names} |\n");
        }

        return page.ToString();
    }

    /// <summary>The tests of the repository by the ids that they carry.</summary>
    public static ILookup<string, string> Tests() =>
        Directory
            .EnumerateFiles(Repository.At("tests"), "*Test*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => TestsIn(File.ReadAllText(file), Path.GetFileNameWithoutExtension(file)))
            .Distinct()
            .ToLookup(static pair => pair.Id, static pair => pair.Test);

    private static IEnumerable<(string Id, string Test)> TestsIn(string source, string type) =>
        TestMethod()
            .Matches(source)
            .Where(static test => !test.Value.Contains("Skip = ", StringComparison.Ordinal))
            .SelectMany(test =>
                Id()
                    .Matches(test.Value)
                    .Select(id => (id.Value.Replace('_', '-'), $"{type}.{test.Groups["name"].Value}"))
            );

    /// <summary>A test's attributes and its name.</summary>
    [GeneratedRegex(
        @"\[(?:Fact|Theory)\b(?:(?!\{\s*\n|=>).)*?public (?:async )?\w+ (?<name>\w+)\(",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"(?<![A-Z])(?:H|A|T|L|PA|PB)[-_]\d\d(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Id();
}
