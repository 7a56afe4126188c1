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
            "Each test carries the id of what it shows. [SECURITY.md](../SECURITY.md) says what is protected and what is not. "
                + "Those of the guards in tests/Build.Tests/Guards are shown to fail without the guard.\n\n"
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

        if (SecurityGap.All.Length == 0)
        {
            return page.ToString();
        }

        page.Append("\n## Shown by no test\n\n| id | what must hold | what there is |\n| --- | --- | --- |\n");
        foreach (SecurityGap gap in SecurityGap.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {gap.Id} | {gap.Says} | {gap.Is} |\n");
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

    private static IEnumerable<(string Id, string Test)> TestsIn(string source, string type)
    {
        // What the class carries, each of its tests carries.
        string ofAll = ClassTraits().Match(source).Value;
        return TestMethod()
            .Matches(source)
            .Where(static test => !test.Value.Contains("Skip = ", StringComparison.Ordinal))
            .SelectMany(test =>
                Id()
                    .Matches(ofAll + test.Value)
                    .Select(id => (id.Value.Replace('_', '-'), $"{type}.{test.Groups["name"].Value}"))
            );
    }

    /// <summary>A test's attributes and its name.</summary>
    [GeneratedRegex(
        @"\[(?:Fact|Theory)\b(?:(?!\{\s*\n|=>).)*?public (?:async )?\w+ (?<name>\w+)\(",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex TestMethod();

    /// <summary>The traits of a class of tests.</summary>
    [GeneratedRegex(
        @"(?:^\[(?:Trait|Collection)\([^\n]*\)\]\n)+(?=public (?:sealed |partial )*class )",
        RegexOptions.Multiline,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex ClassTraits();

    [GeneratedRegex(
        @"(?<![A-Z])(?:H|A|O|T|S|F|I|P|R|L|C|PA|PB)[-_]\d\d(?!\d)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Id();
}
