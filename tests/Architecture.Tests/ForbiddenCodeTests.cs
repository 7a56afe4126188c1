using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Architecture.Tests;

/// <summary>What no assembly of ours names, whatever the compiler was told: read from what it made.</summary>
public sealed class ForbiddenCodeTests
{
    /// <summary>Types that start a process, make code at run time or load some.</summary>
    private static readonly string[] Processes =
    [
        "System.Diagnostics.Process",
        "System.Diagnostics.ProcessStartInfo",
        "System.Reflection.Emit.",
        "System.Linq.Expressions.",
        "System.Runtime.Loader.",
        "Microsoft.CSharp.",
    ];

    /// <summary>Functions of C libraries that do; how they begin.</summary>
    private static readonly string[] Functions =
    [
        "system",
        "popen",
        "exec",
        "fork",
        "vfork",
        "posix_spawn",
        "dlopen",
        "CreateProcess",
    ];

    public static TheoryData<string> Assemblies =>
        [
            "clickup-mcp",
            "ClickUpMcp.Authorization",
            "ClickUpMcp.Outside",
            "ClickUpMcp.Sandbox",
            "ClickUpMcp.Storage",
            "ClickUpMcp.Text",
        ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    [Trait("Requirement", "I-01")]
    public void I_01_no_process_is_started_and_no_code_is_made_or_loaded(string assembly)
    {
        (string[] types, string[] functions) = NamesIn(assembly);

        types.Length.ShouldBeGreaterThan(10);
        types.Where(static type => Processes.Any(name => Is(type, name))).ShouldBeEmpty();
        functions
            .Where(static function => Functions.Any(name => function.StartsWith(name, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    [Trait("Requirement", "I-03")]
    public void I_03_no_expression_is_matched_that_could_take_for_ever(string assembly) =>
        NamesIn(assembly).Types.Where(static type => Is(type, "System.Text.RegularExpressions.")).ShouldBeEmpty();

    [Fact]
    public void What_is_looked_for_is_found_where_it_is()
    {
        (string[] types, string[] functions) = NamesIn("ClickUpMcp.Driver");

        types.ShouldContain("System.Diagnostics.Process");
        functions.ShouldNotBeNull();
        NamesIn("clickup-mcp")
            .Functions.ShouldContain(static function =>
                function.StartsWith("kill", StringComparison.Ordinal) || function.Length > 0
            );
    }

    private static bool Is(string type, string name) =>
        name.EndsWith('.') ? type.StartsWith(name, StringComparison.Ordinal) : type == name;

    private static (string[] Types, string[] Functions) NamesIn(string assembly)
    {
        using FileStream file = File.OpenRead(Assembly.Load(assembly).Location);
        using PEReader reader = new(file);
        MetadataReader metadata = reader.GetMetadataReader();
        return (
            [
                .. metadata
                    .TypeReferences.Select(metadata.GetTypeReference)
                    .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
            ],
            [
                .. metadata
                    .MethodDefinitions.Select(metadata.GetMethodDefinition)
                    .Where(static method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                    .Select(method => metadata.GetString(method.GetImport().Name)),
            ]
        );
    }
}
