using ClickUpMcp.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Runs the generator; every run happens twice, so that no test can miss a difference between the two.</summary>
internal sealed class GeneratorHarness
{
    // Shared, because reading the framework's metadata takes most of a run's time.
    private static readonly CSharpCompilation Framework = CSharpCompilation.Create(
        "Sample",
        references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
    );

    private static readonly CSharpCompilation Sample = WithCode(SampleSpec.Handlers);

    private readonly EmitterSet _emitters;
    private readonly List<SpecText> _files;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>A session over files that can be edited, with the driver's cache kept in between.</summary>
    public GeneratorHarness(
        IReadOnlyList<SpecText> files,
        string code = SampleSpec.Handlers,
        EmitterSet? emitters = null
    )
    {
        _emitters = emitters ?? EmitterSet.Default;
        _files = [.. files];
        _compilation = code == SampleSpec.Handlers ? Sample : WithCode(code);
        _driver = NewDriver(_files);
    }

    /// <summary>One run from nothing.</summary>
    public static GeneratorRun Run(
        IReadOnlyList<SpecText> files,
        string code = SampleSpec.Handlers,
        EmitterSet? emitters = null
    ) => new GeneratorHarness(files, code, emitters).Run();

    /// <summary>Runs over the current state; a second run from nothing, with the files in another order, must give the same.</summary>
    public GeneratorRun Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        GeneratorRun run = Result(_driver);
        GeneratorRun fresh = Result(NewDriver(_files.AsEnumerable().Reverse()).RunGenerators(_compilation));
        fresh.Diagnostics.ShouldBe(run.Diagnostics);
        fresh.Sources.ShouldBe(run.Sources, ignoreOrder: true);
        return run;
    }

    /// <summary>Replaces the text of one file.</summary>
    public void Edit(string path, Func<string, string> edit)
    {
        int index = _files.FindIndex(f => f.Path == path);
        SpecText old = _files[index];
        _files[index] = new SpecText(path, edit(old.Text));
        _files[index].Text.ShouldNotBe(old.Text);
        _driver = _driver.ReplaceAdditionalText(old, _files[index]);
    }

    /// <summary>Adds a C# file.</summary>
    public void AddCode(string code) => _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code));

    private CSharpGeneratorDriver NewDriver(IEnumerable<SpecText> files) =>
        CSharpGeneratorDriver.Create(
            [new ClickUpToolsGenerator(_emitters).AsSourceGenerator()],
            files,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );

    private static GeneratorRun Result(GeneratorDriver driver)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        result.Diagnostics.ShouldAllBe(d => d.Id != "CS8785");
        var run = new GeneratorRun(result.Results.Single());
        run.Exception.ShouldBeNull();
        return run;
    }

    private static CSharpCompilation WithCode(string code) =>
        Framework.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, path: "Code.cs"));
}
