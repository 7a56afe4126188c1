using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Compiles emitted files against the built runtime.</summary>
internal static class EmittedCode
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // The runtime's assembly has the real catalogue under the same names; CS0436 says that ours wins, as it should.
    // CS1591: members of emitted records need no comment.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        warningLevel: 9999,
        specificDiagnosticOptions: ImmutableDictionary<string, ReportDiagnostic>
            .Empty.Add("CS0436", ReportDiagnostic.Suppress)
            .Add("CS1591", ReportDiagnostic.Suppress)
    );

    /// <summary>All files of these tools, with the sample shape and a catalogue.</summary>
    public static IReadOnlyList<EmittedFile> EmitAll(IReadOnlyList<ToolModel> tools) =>
        [
            .. tools.SelectMany(static tool => SpecEmitter.EmitTool(tool)),
            SpecEmitter.EmitShape(SampleModels.Task),
            SpecEmitter.EmitArgumentSet(SampleModels.Target),
            .. SpecEmitter.EmitCatalog(SampleModels.IndexOf(tools)),
        ];

    /// <summary>Compiles under a name that may see the runtime's internals.</summary>
    public static CSharpCompilation Compile(IEnumerable<EmittedFile> files, params string[] sources) =>
        CSharpCompilation.Create(
            "Server.Tests",
            [
                .. files.Select(static file => CSharpSyntaxTree.ParseText(file.Source, Parse, path: file.HintName)),
                .. sources.Select(static source => CSharpSyntaxTree.ParseText(source, Parse)),
            ],
            References,
            Options
        );

    /// <summary>Everything the compiler has to say, hints included, with the line it is about.</summary>
    public static IReadOnlyList<string> Problems(Compilation compilation) =>
        [
            .. compilation
                .GetDiagnostics()
                .Where(static d => d.Severity != DiagnosticSeverity.Hidden && !d.IsSuppressed)
                .Select(static d => $"{d} ⟵ {LineOf(d)}"),
        ];

    /// <summary>Loads the assembly for as long as something of it is used.</summary>
    public static Assembly Load(Compilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(image);
    }

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic
            .Location.SourceTree?.GetText()
            .Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]
            .ToString()
        ?? "";
}
