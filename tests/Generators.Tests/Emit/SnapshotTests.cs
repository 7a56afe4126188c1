using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Emitted code as people read it; a change here must be meant.</summary>
[Trait("Writes", "files")]
public sealed class SnapshotTests
{
    [Fact]
    public void A_simple_tool() => MatchTool(SampleModels.GetTask);

    [Fact]
    public void A_tool_with_everything() => MatchTool(SampleModels.UpdateEverything);

    [Fact]
    public void A_tool_with_a_handler() => MatchTool(SampleModels.CreateMany);

    [Fact]
    public void An_internal_operation() => MatchTool(SampleModels.SetField);

    [Fact]
    public void A_tool_with_headers_joined_lists_and_repeated_templates() => MatchTool(SampleModels.TagMany);

    [Fact]
    public void A_tool_with_a_choice_of_requests() => MatchTool(SampleModels.SendAnywhere);

    [Fact]
    public void A_tool_with_files_and_requests_chosen_by_values() => MatchTool(SampleModels.KeepFile);

    [Fact]
    public void A_list_from_several_places() => MatchTool(SampleModels.ListSteps);

    [Fact]
    public void A_tool_without_arguments() => MatchTool(SampleModels.Ping);

    [Fact]
    public void A_broken_entry() => MatchTool(SampleModels.Broken);

    [Fact]
    public void Arguments_that_handlers_share() =>
        Match("argument_set", [SpecEmitter.EmitArgumentSet(SampleModels.Target)]);

    [Fact]
    public void A_shape() => Match("shape", [SpecEmitter.EmitShape(SampleModels.Task)]);

    [Fact]
    public void The_catalogue() => Match("catalogue", SpecEmitter.EmitCatalog(SampleModels.Index));

    [Fact]
    public void The_entities() =>
        Match(
            "entities",
            GeneratorHarness
                .Run(SampleSpec.Files())
                .Sources.Where(static file => file.Key is EntityKindEmitter.FileName or ListedKindsEmitter.FileName)
                .OrderBy(static file => file.Key, StringComparer.Ordinal)
                .Select(static file => new EmittedFile(file.Key, file.Value))
        );

    private static void MatchTool(ToolModel tool) => Match(tool.Name, SpecEmitter.EmitTool(tool));

    private static void Match(string name, IEnumerable<EmittedFile> files) =>
        GeneratedFile.ShouldMatch(
            string.Join("\n", files.Select(static f => $"// ===== {f.HintName}\n{f.Source}")),
            "tests",
            "Generators.Tests",
            "Snapshots",
            $"{name}.verified.cs.txt"
        );
}
