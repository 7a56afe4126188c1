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
            internal sealed class CreateManyHandler : Runtime.IToolHandler<ResolvedCreateMany>
            {
                public async System.Threading.Tasks.ValueTask<Runtime.HandlerResult> HandleAsync(
                    ResolvedCreateMany arguments,
                    Runtime.ToolCallContext context,
                    System.Threading.CancellationToken cancellationToken)
                {
                    var request = (arguments with { Priority = "high" }).SendAnywhere(line: arguments.Tasks[0].Due?.UnixMilliseconds);
                    await context.SendAsync(request, cancellationToken);
                    return Runtime.HandlerResult.OfItem(
                        await context.SendAsync(arguments.SetField(arguments.Tasks[0].Name), cancellationToken));
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
            .. SampleModels
                .CreateMany.Uses.Append(SampleModels.CreateMany)
                .SelectMany(static t => SpecEmitter.EmitTool(t)),
            SpecEmitter.EmitShape(SampleModels.Task),
            SpecEmitter.EmitArgumentSet(SampleModels.Target),
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

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Random_handlers_pass_on_what_they_share_with_random_operations(int seed)
    {
        RandomTools random = new(seed);
        ToolModel[] used = [.. Enumerable.Range(0, 40).Select(random.Next)];
        IEnumerable<ToolModel> handlers = used.Select(
            (tool, i) =>
                tool with
                {
                    Name = $"handler_{seed}_{i}",
                    Internal = false,
                    Handler = "Handler",
                    Requests = default,
                    // Records are emitted with the tool that has them.
                    Arguments = new([.. tool.Arguments.Where(a => CSharpTypes.Records([a]).Count == 0)]),
                    Uses = new([tool, used[(i + 1) % used.Length]]),
                    NeedsWorkspace = (i % 5) switch
                    {
                        0 => true,
                        1 => false,
                        _ => null,
                    },
                }
        );
        IEnumerable<EmittedFile> files = used.Concat(handlers).SelectMany(static tool => SpecEmitter.EmitTool(tool));

        EmittedCode.Problems(EmittedCode.Compile([.. files, SpecEmitter.EmitShape(SampleModels.Task)])).ShouldBeEmpty();
    }

    [Fact]
    public void Hint_names_are_unique_without_regard_to_case() =>
        EmittedCode
            .EmitAll(SampleModels.Tools)
            .Select(static file => file.HintName.ToUpperInvariant())
            .ShouldBeUnique();
}
