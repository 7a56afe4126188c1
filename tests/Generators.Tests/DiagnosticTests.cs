using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;
using Microsoft.CodeAnalysis;

namespace ClickUpMcp.Generators.Tests;

/// <summary>Every mistake gives its own diagnostic, at its place, and nothing else.</summary>
public sealed class DiagnosticTests
{
    // Cases that are about which files there are, or about a failing emitter, have tests of their own below.
    private static readonly string[] Others = ["CUMCP009", "CUMCP010", "CUMCP099"];

    public static TheoryData<DiagnosticCase> Cases() =>
        new(
            (DiagnosticCase[])
                [.. StructureCases.All, .. BindingCases.All, .. RequestCases.All, .. ShapeCases.All, .. PolicyCases.All]
        );

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void One_mistake_is_one_diagnostic_at_its_place(DiagnosticCase @case)
    {
        (IReadOnlyList<SpecText> files, string place) = @case.Apply();

        GeneratorRun run = GeneratorHarness.Run(files);

        run.Places.ShouldBe([place], string.Join("\n", run.Diagnostics));
    }

    [Fact]
    [Trait("Requirement", "A-06")]
    public void A_tool_without_a_scope_does_not_compile_and_needs_the_most_meanwhile()
    {
        DiagnosticCase missing = DiagnosticCase.InTools(
            6,
            "{\n      'name': 'delete_task'",
            "§{\n      'name': 'delete_task'",
            "      'scope': 'delete',\n",
            ""
        );
        (IReadOnlyList<SpecText> files, string place) = missing.Apply();
        GeneratorHarness.Run(files).Places.ShouldBe([place]);
        DescriptorEmitter.Scope("").ShouldEndWith("ToolScope.Admin");
    }

    [Fact]
    public void Every_descriptor_has_a_case()
    {
        IEnumerable<string> covered = Cases().Select(row => row.Data.Id).Concat(Others).Distinct().Order();

        covered.ShouldBe(AllDescriptors.Select(d => d.Id).Order());
    }

    [Fact]
    public void Tools_without_a_root_are_one_diagnostic() =>
        GeneratorHarness
            .Run([new(SampleSpec.ToolsPath, SampleSpec.Tools)])
            .Places.ShouldBe([$"CUMCP009 {SampleSpec.ToolsPath}(1,1)"]);

    [Fact]
    public void A_second_root_is_ignored() =>
        GeneratorHarness
            .Run([.. SampleSpec.Files(), new("spec/v2/clickup-tools.json", " {}")])
            .Places.ShouldBe(["CUMCP010 spec/v2/clickup-tools.json(1,2)"]);

    [Fact]
    public void A_failing_emitter_is_one_diagnostic_and_the_rest_is_emitted()
    {
        EmitterSet failing = RecordingEmitter.Set with
        {
            Tool = tool =>
                tool.Name == "find_tasks"
                    ? throw new InvalidOperationException("two\nlines")
                    : RecordingEmitter.Set.Tool(tool),
        };

        GeneratorRun run = GeneratorHarness.Run(SampleSpec.Files(), emitters: failing);

        run.Diagnostics.ShouldBe([
            "CUMCP099 (nowhere): Emitting find_tasks failed with InvalidOperationException: two lines",
        ]);
        run.Sources.Keys.Order()
            .ShouldBe([
                "catalog.g.cs",
                "create_task.g.cs",
                "delete_task.g.cs",
                "entities.g.cs",
                "entity.Goal.g.cs",
                "entity.KeyResult.g.cs",
                "entity.List.g.cs",
                "entity.Member.g.cs",
                "entity.Space.g.cs",
                "entity.Task.g.cs",
                "entity.Workspace.g.cs",
                "find_goal.g.cs",
                "find_goals.g.cs",
                "keep_file.g.cs",
                "keep_form.g.cs",
                "leave_comment.g.cs",
                "list_steps.g.cs",
                "post_raw.g.cs",
                "run_tasks.g.cs",
                "shape.comment.g.cs",
                "shape.step.g.cs",
                "shape.task.g.cs",
                "shape.task_details.g.cs",
            ]);
    }

    [Fact]
    public void A_project_without_a_spec_gets_nothing()
    {
        GeneratorRun run = GeneratorHarness.Run([
            new("package.json", "{}"),
            new("spec/clickup-tools.schema.json", "{}"),
        ]);

        run.Diagnostics.ShouldBeEmpty();
        run.Sources.ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_root_is_one_diagnostic_whatever_the_tools_refer_to() =>
        GeneratorHarness.Run(SampleSpec.Files(root: "{")).Places.ShouldBe([$"CUMCP001 {SampleSpec.RootPath}(1,2)"]);

    [Fact]
    public void Several_mistakes_are_all_reported_in_the_order_of_the_text()
    {
        string tools = SampleSpec
            .Tools.Replace("\"type\": \"duration\"", "\"type\": \"span\"")
            .Replace("\"title\": \"Create task\"", "\"titel\": \"Create task\"")
            .Replace("\"scope\": \"delete\"", "\"scope\": \"remove\"");

        IReadOnlyList<string> ids =
        [
            .. GeneratorHarness.Run(SampleSpec.Files(tools: tools)).Places.Select(p => p[..8]),
        ];

        ids.ShouldBe(["CUMCP004", "CUMCP007", "CUMCP007"]);
    }

    [Theory]
    [InlineData("\"title\": \"Create task\"", "\"titel\": \"x\"", "did you mean 'title'?")]
    [InlineData("\"type\": \"duration\"", "\"type\": \"bool\"", "did you mean 'boolean'?")]
    [InlineData("\"type\": \"duration\"", "\"type\": \"zzzzzzzzz\"", "known are: string, text, boolean")]
    [InlineData(
        "\"handler\": \"RunTasksHandler\"",
        "\"handler\": \"NoHandler\"",
        "'internal sealed class NoHandler : IToolHandler<ResolvedRunTasks>'"
    )]
    public void Messages_say_what_to_write_instead(string old, string @new, string expected) =>
        GeneratorHarness
            .Run(SampleSpec.Files(tools: SampleSpec.Tools.Replace(old, @new)))
            .Diagnostics.Single()
            .ShouldContain(expected);

    [Fact]
    public void A_name_taken_twice_names_both_places()
    {
        GeneratorRun run = GeneratorHarness.Run([
            .. SampleSpec.Files(),
            new("spec/tools/zebra.json", Copy("create_task")),
        ]);

        run.Diagnostics.ShouldContain(d =>
            d.StartsWith("CUMCP011 spec/tools/zebra.json", StringComparison.Ordinal)
            && d.Contains("of tool 'create_task' in task.json(", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("create_task", true)]
    [InlineData("run_tasks", false)]
    public void Code_that_names_a_tool_compiles_whichever_of_two_entries_was_meant(string tool, bool isStub)
    {
        foreach (string file in new[] { "spec/tools/aardvark.json", "spec/tools/zebra.json" })
        {
            SpecResult result = SpecParser.Parse([
                .. SampleSpec.Files().Append(new(file, Copy(tool))).Select(f => SpecFile.Read(f.Path, f.Text)),
            ]);

            ToolModel emitted = result.Catalog!.Tools.Single(t => t.Name == tool);
            emitted.IsStub.ShouldBe(isStub, file);
            (emitted.Arguments.Count > 0).ShouldBe(!isStub, file);
        }
    }

    [Fact]
    public void A_tool_in_a_category_that_does_not_exist_keeps_its_code()
    {
        string tools = SampleSpec.Tools;
        int start = tools.IndexOf("\"run_tasks\"", StringComparison.Ordinal);
        int category = tools.IndexOf("\"category\": \"task\"", start, StringComparison.Ordinal);
        string edited =
            $"{tools[..category]}\"category\": \"tsk\"{tools[(category + "\"category\": \"task\"".Length)..]}";

        SpecResult result = SpecParser.Parse([
            .. SampleSpec.Files(tools: edited).Select(f => SpecFile.Read(f.Path, f.Text)),
        ]);

        result.Diagnostics.ShouldContain(d => d.Descriptor.Equals(Descriptors.UnknownCategory));
        result.Catalog!.Tools.Single(t => t.Name == "run_tasks").IsStub.ShouldBeFalse();
    }

    // An entry of the name without a handler, as a slip in a new entry makes it.
    private static string Copy(string tool) =>
        $$"""
            {
              "tools": [
                {
                  "name": "{{tool}}",
                  "category": "task",
                  "scope": "read",
                  "description": "Another tool of that name.",
                  "annotations": { "readOnly": true, "destructive": false, "idempotent": true, "openWorld": true },
                  "request": { "operation": "Other", "api": "v2", "method": "GET", "path": "/other" },
                  "response": { "raw": true },
                  "examples": [{ "arguments": {}, "request": "GET /api/v2/other" }]
                }
              ]
            }
            """;

    internal static IReadOnlyList<DiagnosticDescriptor> AllDescriptors { get; } =
    [.. typeof(Descriptors).GetFields().Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>()];
}
