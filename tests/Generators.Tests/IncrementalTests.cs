using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Tests;

/// <summary>What is edited is what is generated again.</summary>
public sealed class IncrementalTests
{
    private static readonly IncrementalStepRunReason[] Idle =
    [
        IncrementalStepRunReason.Cached,
        IncrementalStepRunReason.Unchanged,
    ];

    private readonly GeneratorHarness _harness = new(SampleSpec.Files(), emitters: RecordingEmitter.Set);

    [Fact]
    public void An_unrelated_edit_of_code_regenerates_nothing()
    {
        GeneratorRun first = _harness.Run();

        _harness.AddCode("class Unrelated { }");
        GeneratorRun second = _harness.Run();

        second.OutputReasons().ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
        second.Reasons(TrackingNames.Handlers).ShouldBe([IncrementalStepRunReason.Unchanged]);
        second.Sources.ShouldBe(first.Sources, ignoreOrder: true);
    }

    [Fact]
    public void Whitespace_in_the_spec_regenerates_nothing()
    {
        _harness.Run();

        _harness.Edit(SampleSpec.ToolsPath, text => text.Replace("\n", "\n\n  "));
        _harness.Edit(SampleSpec.RootPath, text => text.Replace(",\n", " ,\r\n"));
        GeneratorRun second = _harness.Run();

        second.Diagnostics.ShouldBeEmpty();
        ShouldBeIdle(second, TrackingNames.Tools, TrackingNames.Shapes, TrackingNames.Index, TrackingNames.Diagnostics);
        second.OutputReasons().ShouldAllBe(r => r == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void An_edit_of_one_tool_regenerates_that_tool()
    {
        GeneratorRun first = _harness.Run();

        _harness.Edit(SampleSpec.ToolsPath, text => text.Replace("Deletes a task.", "Deletes one task."));
        GeneratorRun second = _harness.Run();

        Changed(first, second).ShouldBe(["delete_task.g.cs"]);
        second.Reasons(TrackingNames.Tools).Count(r => r == IncrementalStepRunReason.Modified).ShouldBe(1);
        ShouldBeIdle(second, TrackingNames.Shapes, TrackingNames.Index);
        second.OutputReasons().Count(r => !Idle.Contains(r)).ShouldBe(1);
    }

    [Fact]
    public void An_edit_of_one_shape_regenerates_it_and_those_that_extend_it()
    {
        GeneratorRun first = _harness.Run();

        _harness.Edit(SampleSpec.RootPath, text => text.Replace("assignees[].username", "assignees[].email"));
        GeneratorRun second = _harness.Run();

        Changed(first, second).ShouldBe(["shape.task.g.cs", "shape.task_details.g.cs"]);
    }

    [Fact]
    public void An_edit_of_a_shape_in_a_tools_file_regenerates_that_shape()
    {
        GeneratorRun first = _harness.Run();

        _harness.Edit(SampleSpec.ToolsPath, text => text.Replace("comment_text", "comment[].text"));
        GeneratorRun second = _harness.Run();

        Changed(first, second).ShouldBe(["shape.comment.g.cs"]);
        ShouldBeIdle(second, TrackingNames.Tools, TrackingNames.Index);
    }

    [Fact]
    public void An_edit_of_one_of_several_requests_regenerates_its_tool()
    {
        GeneratorRun first = _harness.Run();

        _harness.Edit(SampleSpec.ToolsPath, text => text.Replace("\"CreateReply\"", "\"CreateTaskComment\""));
        GeneratorRun second = _harness.Run();

        Changed(first, second).ShouldBe(["leave_comment.g.cs"]);
        ShouldBeIdle(second, TrackingNames.Shapes, TrackingNames.Index);
    }

    [Fact]
    public void A_tool_put_between_others_is_generated_alone()
    {
        GeneratorRun first = _harness.Run();

        _harness.Edit(SampleSpec.ToolsPath, text => InsertTool(text, "create_task_again", before: "delete_task"));
        GeneratorRun second = _harness.Run();

        second.Diagnostics.ShouldBeEmpty();
        Changed(first, second).ShouldBe(["catalog.g.cs", "create_task_again.g.cs"]);
        ShouldHaveRun(second, [IncrementalStepRunReason.New, IncrementalStepRunReason.Modified]);
    }

    [Fact]
    public void A_tool_taken_from_between_others_regenerates_none_of_them()
    {
        string with = InsertTool(SampleSpec.Tools, "create_task_again", before: "delete_task");
        GeneratorHarness harness = new(SampleSpec.Files(tools: with), emitters: RecordingEmitter.Set);
        harness.Run();

        harness.Edit(SampleSpec.ToolsPath, _ => SampleSpec.Tools);

        ShouldHaveRun(harness.Run(), [IncrementalStepRunReason.Removed, IncrementalStepRunReason.Modified]);
    }

    [Fact]
    public void A_shape_put_before_others_is_generated_alone()
    {
        GeneratorRun first = _harness.Run();

        _harness.Edit(
            SampleSpec.RootPath,
            text => text.Replace("\"shapes\": {", """ "shapes": { "a": { "plural": "as", "fields": { "id": {} } }, """)
        );
        GeneratorRun second = _harness.Run();

        Changed(first, second).ShouldBe(["shape.a.g.cs"]);
        ShouldHaveRun(second, [IncrementalStepRunReason.New]);
    }

    [Fact]
    public void In_the_spec_itself_a_tool_put_between_others_is_generated_alone()
    {
        SpecText[] files =
        [
            new SpecText(
                SampleSpec.RootPath,
                Repository
                    .Read("spec", "clickup-tools.json")
                    .Replace("\"AddDependency\",", "\"AddDependency\", \"Again\",", StringComparison.Ordinal)
                    .Replace(
                        "\"undo\": {",
                        """ "undo": { "Again": { "cannot": "It is done." }, """,
                        StringComparison.Ordinal
                    )
                    .Replace("\"places\": {", """ "places": { "Again": "workspace", """, StringComparison.Ordinal)
            ),
            .. Directory
                .GetFiles(Repository.At("spec", "tools"))
                .Select(static file => new SpecText($"spec/tools/{Path.GetFileName(file)}", File.ReadAllText(file))),
        ];
        IEnumerable<string> handlers = files.SelectMany(static file => Values(file.Text, "handler")).Distinct();
        string classes = string.Concat(handlers.Select(static name => $"class {name} {{ }}"));
        GeneratorHarness harness = new(
            files,
            $"namespace ClickUpMcp.Tools.Handlers {{ {classes} }}",
            RecordingEmitter.Set
        );
        SpecText largest = files.MaxBy(static file => Values(file.Text, "category").Count())!;
        string[] names = [.. Values(largest.Text, "name").Where(static name => name.Contains('_'))];
        string previous = names[names.Length / 2];
        harness.Run();

        harness.Edit(largest.Path, text => InsertTool(text, previous + "_again", names[(names.Length / 2) + 1]));
        GeneratorRun second = harness.Run();

        second.Diagnostics.ShouldBeEmpty();
        ShouldHaveRun(second, [IncrementalStepRunReason.New, IncrementalStepRunReason.Modified]);
    }

    [Fact]
    public void An_edit_of_an_annotation_regenerates_the_tool_and_the_catalogue()
    {
        GeneratorRun first = _harness.Run();

        _harness.Edit(SampleSpec.ToolsPath, text => text.Replace("\"openWorld\": false", "\"openWorld\": true"));
        GeneratorRun second = _harness.Run();

        Changed(first, second).ShouldBe(["catalog.g.cs", "run_tasks.g.cs"]);
    }

    [Fact]
    public void A_handler_that_appears_regenerates_the_catalogue_only()
    {
        var harness = new GeneratorHarness(SampleSpec.Files(), code: "", RecordingEmitter.Set);
        GeneratorRun first = harness.Run();
        first.Places.Single().ShouldStartWith("CUMCP400");

        harness.AddCode(SampleSpec.Handlers);
        GeneratorRun second = harness.Run();

        second.Diagnostics.ShouldBeEmpty();
        Changed(first, second).ShouldBe(["catalog.g.cs"]);
    }

    [Fact]
    public void A_handler_that_serves_any_API_is_found_beside_the_others()
    {
        GeneratorRun run = GeneratorHarness.Run(
            SampleSpec.Files(),
            SampleSpec.Handlers.Replace("Tools.Handlers", "Tools.Discovery")
        );

        run.Diagnostics.ShouldBeEmpty();
        run.Sources["ToolCatalog.g.cs"].ShouldContain("new global::ClickUpMcp.Tools.Discovery.RunTasksHandler()");
    }

    [Fact]
    public void A_file_that_did_not_change_is_not_read_again()
    {
        _harness.Run();

        _harness.Edit(SampleSpec.RootPath, text => text + "\n");
        GeneratorRun second = _harness.Run();

        second
            .Reasons(TrackingNames.Files)
            .ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
    }

    [Fact]
    public void Models_hold_neither_symbols_nor_places()
    {
        GeneratorRun run = _harness.Run();
        var seen = new HashSet<Type>();
        foreach (
            string step in new[]
            {
                TrackingNames.Catalog,
                TrackingNames.Tools,
                TrackingNames.Shapes,
                TrackingNames.Index,
                TrackingNames.Handlers,
            }
        )
        {
            foreach (object value in run.Values(step))
            {
                Walk(value, seen);
            }
        }

        seen.ShouldContain(typeof(BindingModel));
        seen.ShouldAllBe(t =>
            t.IsEnum
            || t == typeof(string)
            || t == typeof(int)
            || t == typeof(bool)
            || t.Namespace == typeof(ToolModel).Namespace
        );
    }

    [Fact]
    public void Diagnostics_travel_as_values()
    {
        var harness = new GeneratorHarness(
            SampleSpec.Files(tools: SampleSpec.Tools.Replace("\"duration\"", "\"span\""))
        );
        var seen = new HashSet<Type>();
        foreach (object value in harness.Run().Values(TrackingNames.Diagnostics))
        {
            Walk(value, seen);
        }

        seen.ShouldContain(typeof(LinePositionSpan));
        seen.ShouldAllBe(t => !typeof(ISymbol).IsAssignableFrom(t) && !typeof(Location).IsAssignableFrom(t));
    }

    private static string InsertTool(string tools, string name, string before)
    {
        int place = tools.LastIndexOf('{', tools.IndexOf($"\"name\": \"{before}\"", StringComparison.Ordinal));
        string category = Values(tools, "category").First();
        return tools.Insert(
            place,
            $$"""
            {
              "name": "{{name}}",
              "category": "{{category}}",
              "scope": "write",
              "description": "Does it again.",
              "annotations": { "readOnly": false, "destructive": false, "idempotent": true, "openWorld": true },
              "request": { "operation": "Again", "api": "v2", "method": "PUT", "path": "/again", "invalidates": [] },
              "response": { "outcome": "Done." }
            },
            """
        );
    }

    private static IEnumerable<string> Values(string json, string key) =>
        Regex
            .Matches(json, $"\"{key}\": \"(?<value>[^\"]+)\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10))
            .Select(static match => match.Groups["value"].Value);

    /// <summary>Whatever else was handed to the compiler came from the cache.</summary>
    private static void ShouldHaveRun(GeneratorRun run, IncrementalStepRunReason[] reasons) =>
        run.OutputReasons().Where(r => !Idle.Contains(r)).Order().ShouldBe(reasons.Order());

    private static void ShouldBeIdle(GeneratorRun run, params string[] steps)
    {
        foreach (string step in steps)
        {
            run.Reasons(step).ShouldAllBe(r => Idle.Contains(r), step);
        }
    }

    private static IEnumerable<string> Changed(GeneratorRun first, GeneratorRun second) =>
        second
            .Sources.Where(s => !first.Sources.TryGetValue(s.Key, out string? old) || old != s.Value)
            .Select(s => s.Key)
            .Order();

    // Collects the types of everything that can be reached through fields.
    private static void Walk(object? value, HashSet<Type> seen)
    {
        if (value is null)
        {
            return;
        }

        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
            {
                Walk(item, seen);
            }

            return;
        }

        Type type = value.GetType();
        seen.Add(type);
        if (type.IsPrimitive || type.IsEnum || value is string or DiagnosticDescriptor)
        {
            return;
        }

        foreach (
            FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        )
        {
            Walk(field.GetValue(value), seen);
        }
    }
}
