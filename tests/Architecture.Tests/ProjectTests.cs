using System.Xml.Linq;
using ClickUpMcp.Driver;

namespace Architecture.Tests;

/// <summary>Rules about the project files.</summary>
public sealed class ProjectTests
{
    /// <remarks>
    /// MSBuild builds a project once per set of global properties. A reference that adds one therefore builds its target
    /// a second time into the same folder, at the same time as the solution does, and one copy fails on the other's
    /// file (MSB3026): https://github.com/dotnet/msbuild/blob/main/documentation/ProjectReference-Protocol.md
    /// </remarks>
    [Fact]
    public void No_project_reference_adds_a_global_property()
    {
        string[] adding =
        [
            "SetTargetFramework",
            "SetConfiguration",
            "SetPlatform",
            "Properties",
            "AdditionalProperties",
        ];
        var references = ProjectFiles()
            .SelectMany(file => XDocument.Load(file).Descendants("ProjectReference").Select(item => (file, item)))
            .ToList();

        references.ShouldNotBeEmpty();
        references
            .Where(reference => adding.Any(name => Has(reference.item, name)))
            .Select(reference => $"{Path.GetFileName(reference.file)}: {reference.item}")
            .ShouldBeEmpty();
    }

    private static bool Has(XElement item, string metadata) =>
        item.Attribute(metadata) is not null || item.Element(metadata) is not null;

    private static IEnumerable<string> ProjectFiles() =>
        new[] { "src", "tests", "bench", "eng" }.SelectMany(folder =>
            Directory.EnumerateFiles(Repository.At(folder), "*.csproj", SearchOption.AllDirectories)
        );
}
