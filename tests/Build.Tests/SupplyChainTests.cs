using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClickUpMcp.Driver;

namespace Build.Tests;

/// <summary>Few packages come in, each by a decision; all are locked, and known flaws stop the build.</summary>
public sealed partial class SupplyChainTests
{
    /// <summary>Those that the executable is made of. A decision record says why each came in; the number only goes down without one.</summary>
    private const int MostPackages = 10;

    [Fact]
    [Trait("Promise", "PB-09")]
    [Trait("Requirement", "C-01")]
    public void PB_09_each_package_of_the_executable_has_a_decision()
    {
        string[] packages =
        [
            .. Directory
                .EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
                .Where(static file => !file.Contains("Generators", StringComparison.Ordinal))
                .SelectMany(static file => XDocument.Load(file).Descendants("PackageReference"))
                .Where(static reference => (string?)reference.Attribute("PrivateAssets") is null)
                .Select(static reference => (string)reference.Attribute("Include")!)
                .Distinct(),
        ];
        string decisions = string.Concat(
            Directory.EnumerateFiles(Repository.At("docs", "decisions"), "*.md").Select(File.ReadAllText)
        );

        packages.ShouldNotBeEmpty();
        packages.Length.ShouldBeLessThanOrEqualTo(MostPackages);
        packages.Where(package => !decisions.Contains(package, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Promise", "PB-09")]
    [Trait("Requirement", "C-01")]
    public void PB_09_every_project_is_locked()
    {
        string[] projects =
        [
            .. Directory
                .EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
                .Where(static file =>
                    !file.Contains(
                        $"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                ),
        ];

        projects.Length.ShouldBeGreaterThan(10);
        projects
            .Where(static project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")))
            .ShouldBeEmpty();
    }

    [Fact]
    [Trait("Promise", "PB-09")]
    [Trait("Requirement", "C-01")]
    public void PB_09_known_flaws_of_packages_and_what_they_bring_stop_the_build()
    {
        XElement[] properties = [.. XDocument.Load(Repository.At("Directory.Build.props")).Descendants()];

        Value("NuGetAudit").ShouldBe("true");
        Value("NuGetAuditMode").ShouldBe("all");
        Value("TreatWarningsAsErrors").ShouldBe("true");
        Advisories().Matches(string.Concat(properties.Select(static property => property.Value))).ShouldBeEmpty();
        Repository.Read("eng", "Build", "Verbs.cs").ShouldContain("\"--locked-mode\"");

        string Value(string name) => properties.Single(property => property.Name.LocalName == name).Value;
    }

    /// <summary>The warnings about packages with known flaws.</summary>
    [GeneratedRegex("NU190[1-4]", RegexOptions.NonBacktracking)]
    private static partial Regex Advisories();
}
