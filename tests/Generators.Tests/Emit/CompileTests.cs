using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Emitted code compiles without a word from the compiler, whatever the spec says.</summary>
public sealed class CompileTests
{
    public const string Handler = """
        #nullable enable
        namespace ClickUpMcp.Tools.Handlers
        {
            internal sealed class CreateManyHandler(Runtime.ToolServices services) : Runtime.IToolHandler<CreateManyArguments>
            {
                public async System.Threading.Tasks.ValueTask<Runtime.ToolResult> HandleAsync(
                    CreateManyArguments arguments,
                    Runtime.ToolCallContext context,
                    System.Threading.CancellationToken cancellationToken)
                {
                    await arguments.Tasks[0].ResolveAsync(context, arguments.Workspace, arguments.List, cancellationToken);
                    var request = ClickUpOperations.SetField(new SetFieldArguments { Field = arguments.Tasks[0].Name }, context);
                    return new Runtime.ToolResult(services.ToString() + request);
                }
            }
        }
        """;

    [Fact]
    public void Everything_the_language_can_say_compiles_without_a_diagnostic() =>
        EmittedCode.Problems(EmittedCode.Compile(EmittedCode.EmitAll(SampleModels.Tools), Handler)).ShouldBeEmpty();

    [Fact]
    public void An_empty_catalogue_compiles()
    {
        CatalogIndexModel index = new(SampleModels.Server, default, default, default);

        EmittedCode.Problems(EmittedCode.Compile(SpecEmitter.EmitCatalog(index))).ShouldBeEmpty();
    }

    [Fact]
    public void A_tool_whose_handler_is_missing_compiles_without_it()
    {
        CatalogIndexModel index = SampleModels.IndexOf([SampleModels.CreateMany]);
        IEnumerable<EmittedFile> files =
        [
            .. SpecEmitter.EmitTool(SampleModels.CreateMany),
            SpecEmitter.EmitShape(SampleModels.Task),
            .. SpecEmitter.EmitCatalog(
                index with
                {
                    Tools = new([.. index.Tools.Select(static tool => tool with { HandlerMissing = true })]),
                }
            ),
        ];

        EmittedCode.Problems(EmittedCode.Compile(files)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_tools_compile_without_a_diagnostic(int seed)
    {
        RandomTools random = new(seed);
        ToolModel[] tools = [.. Enumerable.Range(0, 80).Select(random.Next)];

        EmittedCode.Problems(EmittedCode.Compile(EmittedCode.EmitAll(tools))).ShouldBeEmpty();
    }

    [Fact]
    public void Hint_names_are_unique_without_regard_to_case() =>
        EmittedCode
            .EmitAll(SampleModels.Tools)
            .Select(static file => file.HintName.ToUpperInvariant())
            .ShouldBeUnique();
}
