using System.Reflection;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Tests.Emit;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>The emitted validators of some tools, compiled together and loaded.</summary>
internal sealed class EmittedBinders
{
    private readonly Func<int, string, string[]> _bind;

    public EmittedBinders(IReadOnlyList<ToolModel> tools)
    {
        Assembly assembly = EmittedCode.Load(EmittedCode.Compile(EmittedCode.EmitAll(tools), Probe(tools)));
        _bind = assembly
            .GetType("ClickUpMcp.Tools.Probe", throwOnError: true)!
            .GetMethod("Bind", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Func<int, string, string[]>>();
    }

    /// <summary>What the tool's validator has against the arguments; empty when it accepts them.</summary>
    public IReadOnlyList<string> FindProblems(int tool, string arguments) =>
        Should.NotThrow(() => _bind(tool, arguments), arguments);

    // Inside the emitted assembly, where the runtime's internals can be named.
    private static string Probe(IReadOnlyList<ToolModel> tools) =>
        $$"""
            #nullable enable
            using System.Linq;
            using System.Text;
            using System.Text.Json;
            using ClickUpMcp.Tools.Binding;
            using ClickUpMcp.Tools.Runtime;
            namespace ClickUpMcp.Tools;
            public static class Probe
            {
                public static string[] Bind(int tool, string json)
                {
                    using var document = JsonDocument.Parse(json);
                    var errors = new ArgumentErrors();
                    var bound = Bind(tool, document.RootElement, errors);
                    if (bound is null != errors.Any)
                    {
                        return new[] { "bound and refused at once" };
                    }

                    // What is accepted can be written, and what was written is accepted and means the same.
                    return bound is null
                        ? errors.Errors.Select(e => e.Path + ": " + e.Message).ToArray()
                        : FindLoss(tool, Write(bound));
                }

                private static IToolArguments? Bind(int tool, JsonElement arguments, ArgumentErrors errors)
                {
                    var reader = new ArgumentReader(arguments, errors);
                    return tool switch
                    {
                        {{string.Join('\n', tools.Select(Arm))}}
                        _ => throw new System.ArgumentOutOfRangeException(nameof(tool)),
                    };
                }

                private static string[] FindLoss(int tool, string written)
                {
                    using var document = JsonDocument.Parse(written);
                    var errors = new ArgumentErrors();
                    var again = Bind(tool, document.RootElement, errors);
                    return again is not null && Write(again) == written
                        ? System.Array.Empty<string>()
                        : new[] { "lost in writing: " + written + " " + string.Join(" | ", errors.Errors.Select(e => e.Path + ": " + e.Message)) };
                }

                private static string Write(IToolArguments arguments) =>
                    Encoding.UTF8.GetString(new BoundArguments(arguments, null).ToJson().Span);
            }
            """;

    private static string Arm(ToolModel tool, int index) =>
        $"{index} => {ArgumentNames.Tool(tool.Name)}.BindArguments(reader),";
}
