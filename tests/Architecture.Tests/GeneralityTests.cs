using System.Text.RegularExpressions;
using ClickUpMcp.Driver;

namespace Architecture.Tests;

/// <summary>What serves any API does not name the one it was written for.</summary>
public sealed class GeneralityTests
{
    /// <summary>Lines that name ClickUp at present. The number only goes down, with the lines.</summary>
    private const int NamingLines = 51;

    private static readonly string[] General =
    [
        "src/Generators",
        "src/Server/Errors",
        "src/Server/Projection",
        "src/Server/Protocol",
        "src/Server/RateLimiting",
        "src/Server/Tools/Binding",
        "src/Server/Tools/Catalog",
        "src/Server/Tools/Discovery",
        "src/Server/Tools/Policy",
        "src/Server/Tools/Runtime",
        "src/Server/Transport",
    ];

    /// <remarks>The product's own name is no mention of the API: namespaces, the executable and its settings have it.</remarks>
    private static readonly Regex Product = new(
        "ClickUpMcp|clickup-mcp|CLICKUP_MCP",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    [Fact]
    public void The_general_parts_name_ClickUp_as_often_as_is_written_here()
    {
        string[] naming =
        [
            .. SourceFiles
                .In(General)
                .SelectMany(file => File.ReadLines(file).Select((line, index) => (Where: $"{file}:{index + 1}", line)))
                .Where(static hit =>
                    Product.Replace(hit.line, "").Contains("clickup", StringComparison.OrdinalIgnoreCase)
                )
                .Select(static hit => $"{Path.GetRelativePath(Repository.Root, hit.Where)} {hit.line.Trim()}"),
        ];

        naming.Length.ShouldBe(NamingLines, string.Join('\n', naming));
    }
}
