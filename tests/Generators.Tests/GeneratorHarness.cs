using ClickUpMcp.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Runs the generator; every run happens twice, so that no test can miss a difference between the two.</summary>
internal sealed class GeneratorHarness
{
    // Shared, because reading the framework's metadata takes most of a run's time.
    private static readonly CSharpCompilation s_framework = CSharpCompilation.Create(
        "Sample",
        references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
    );

    private static readonly CSharpCompilation s_sample = WithCode(SampleSpec.Handlers);

    private readonly IReadOnlyList<SpecText> _initial;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>A session over files that can be edited, with the driver's cache kept in between.</summary>
    public GeneratorHarness(
        IReadOnlyList<SpecText> files,
        string code = SampleSpec.Handlers,
        EmitterSet? emitters = null
    )
    {
        _initial = files;
        _compilation = code == SampleSpec.Handlers ? s_sample : WithCode(code);
        ISourceGenerator generator = new ClickUpToolsGenerator(emitters ?? EmitterSet.Default).AsSourceGenerator();
        _driver = CSharpGeneratorDriver.Create(
            [generator],
            _initial,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );
    }

    /// <summary>One run over files, done twice from nothing; both must give the same.</summary>
    public static GeneratorRun Run(
        IReadOnlyList<SpecText> files,
        string code = SampleSpec.Handlers,
        EmitterSet? emitters = null
    )
    {
        GeneratorRun first = new GeneratorHarness(files, code, emitters).Run();
        GeneratorRun second = new GeneratorHarness([.. files.Reverse()], code, emitters).Run();
        second.Diagnostics.ShouldBe(first.Diagnostics);
        second.Sources.ShouldBe(first.Sources, ignoreOrder: true);
        return first;
    }

    /// <summary>Runs over the current state.</summary>
    public GeneratorRun Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        GeneratorDriverRunResult result = _driver.GetRunResult();
        result.Diagnostics.ShouldAllBe(d => d.Id != "CS8785");
        var run = new GeneratorRun(result.Results.Single());
        run.Exception.ShouldBeNull();
        return run;
    }

    /// <summary>Replaces the text of one file.</summary>
    public void Edit(string path, Func<string, string> edit)
    {
        SpecText old = _initial.Single(f => f.Path == path);
        var changed = new SpecText(path, edit(old.Text));
        changed.Text.ShouldNotBe(old.Text);
        _driver = _driver.ReplaceAdditionalText(old, changed);
    }

    /// <summary>Adds a C# file.</summary>
    public void AddCode(string code) => _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code));

    private static CSharpCompilation WithCode(string code) =>
        s_framework.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, path: "Code.cs"));
}
