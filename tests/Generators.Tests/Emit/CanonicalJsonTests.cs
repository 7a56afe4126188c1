using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>The emitted JSON context writes what the caller said, under the names the caller used.</summary>
public sealed class CanonicalJsonTests
{
    // Runs inside the emitted assembly, where the records and the runtime's internals can be named.
    private const string Probe = """
        #nullable enable
        using System.Text.Json;
        using ClickUpMcp.Projection;
        using ClickUpMcp.Resolution;
        using ClickUpMcp.Values;
        namespace ClickUpMcp.Tools;
        public static class Probe
        {
            public static string Full() => JsonSerializer.Serialize(new UpdateEverythingArguments
            {
                Task = EntityReference.ForId(EntityKind.Task, "a \"task\""),
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
                Clear = ["priority"],
                Workspace = new EntityReference(EntityKind.Workspace, "Acme"),
            }, ToolArgumentsJsonContext.Default.UpdateEverythingArguments);

            public static string Output() => JsonSerializer.Serialize(new CreateManyArguments
            {
                List = new EntityReference(EntityKind.List, "Inbox"),
                Tasks = [],
                Output = new OutputOptions { DetailLevel = DetailLevel.Full, Fields = ["id"], Limit = 4, Cursor = "c" },
            }, ToolArgumentsJsonContext.Default.CreateManyArguments);

            public static string Empty() =>
                JsonSerializer.Serialize(new PingArguments(), typeof(PingArguments), ToolArgumentsJsonContext.Default);
        }
        """;

    private static readonly Lazy<Type> ProbeType = new(Load);

    [Fact]
    public void Every_kind_of_value_is_written_and_absent_ones_are_not() =>
        Call("Full")
            .ShouldBe(
                """{"task":"a \u0022task\u0022","name":"name","default":5,"class":1.5,"public":true,"reader":"","output_format":"a \u0022b\u0022 \u00E9","count":3,"limit_to":7,"sort":"asc","due":"tomorrow","start":"1 May","add":["Ann"],"tags":[],"grid":[[1,2],[]],"anything":{"a":null},"options":{"priority":"high","inner":{}},"steps":[{"name":"one","level":3}],"clear":["priority"],"workspace":"Acme"}"""
            );

    [Fact]
    public void Output_options_are_written_as_the_arguments_they_came_from() =>
        Call("Output")
            .ShouldBe("""{"list":"Inbox","tasks":[],"detail_level":"full","fields":["id"],"limit":4,"cursor":"c"}""");

    [Fact]
    public void Records_are_found_by_type_too() => Call("Empty").ShouldBe("{}");

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
