using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Emitted records write themselves as the arguments that they were bound from.</summary>
public sealed class CanonicalJsonTests
{
    // Runs inside the emitted assembly, where the records and the runtime's internals can be named.
    private const string Probe = """
        #nullable enable
        using System.Text;
        using System.Text.Json;
        using ClickUpMcp.Projection;
        using ClickUpMcp.Resolution;
        using ClickUpMcp.Tools.Runtime;
        using ClickUpMcp.Values;
        namespace ClickUpMcp.Tools;
        public static class Probe
        {
            public static string Full() => Write(new UpdateEverythingArguments
            {
                Task = new EntityReference(EntityKind.Task, "a \"task\""),
                Name = "name",
                Default = 5,
                Public = true,
                Reader = "",
                Count = 3,
                Due = new DateExpression("tomorrow", DateEdge.End),
                Start = new DateExpression("1 May", DateEdge.Start),
                Add = [new EntityReference(EntityKind.Member, "Ann")],
                Tags = [],
                Grid = [[1, 2], []],
                Anything = JsonDocument.Parse("{\"a\":null}").RootElement,
                Options = new EverythingOptions { Priority = "high", Inner = new EverythingInner() },
                Steps = [new EverythingStep { Name = "one" }],
                Clear = ["start", "priority"],
                Workspace = new EntityReference(EntityKind.Workspace, "Acme"),
            });

            public static string Output() => Write(new CreateManyArguments
            {
                List = new EntityReference(EntityKind.List, "Inbox"),
                Tasks = [],
                Output = new OutputOptions { DetailLevel = DetailLevel.Full, Fields = ["id"], Limit = 4, Cursor = "c" },
            });

            public static string Defaults() => Write(
                new CreateManyArguments { List = new EntityReference(EntityKind.List, "Inbox"), Tasks = [] },
                new ResponseDefinition(Shapes.Task, true, "", DetailLevel.Names, 25, null));

            public static string Empty() => Write(new PingArguments());

            private static string Write(IToolArguments arguments, ResponseDefinition? output = null) =>
                Encoding.UTF8.GetString(new BoundArguments(arguments, output).ToJson().Span);
        }
        """;

    private static readonly Lazy<Type> ProbeType = new(Load);

    [Fact]
    public void Every_kind_of_value_is_written_and_absent_ones_are_not() =>
        Call("Full")
            .ShouldBe(
                """{"task":"a \u0022task\u0022","name":"name","default":5,"class":1.5,"public":true,"reader":"","output_format":"a \u0022b\u0022 \u00E9","count":3,"limit_to":7,"sort":"asc","due":"tomorrow","start":"1 may","add":["Ann"],"tags":[],"grid":[[1,2],[]],"anything":{"a":null},"options":{"priority":"high","inner":{}},"steps":[{"name":"one","level":3}],"clear":["priority","start"],"workspace":"Acme"}"""
            );

    [Fact]
    public void Output_options_are_written_as_the_arguments_they_came_from() =>
        Call("Output")
            .ShouldBe("""{"list":"Inbox","tasks":[],"detail_level":"full","fields":["id"],"limit":4,"cursor":"c"}""");

    [Fact]
    public void What_a_call_leaves_to_the_tool_is_written_out() =>
        Call("Defaults").ShouldBe("""{"list":"Inbox","tasks":[],"detail_level":"names","limit":25}""");

    [Fact]
    public void A_record_without_members_is_an_empty_object() => Call("Empty").ShouldBe("{}");

    private static string Call(string method) =>
        (string)ProbeType.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;

    private static Type Load()
    {
        CSharpCompilation compilation = EmittedCode.Compile(
            EmittedCode.EmitAll(SampleModels.Tools),
            Probe,
            CompileTests.Handler
        );
        return EmittedCode.Load(compilation).GetType("ClickUpMcp.Tools.Probe", throwOnError: true)!;
    }
}
