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
            using System.Text.Json;
            using ClickUpMcp.Tools.Binding;
            namespace ClickUpMcp.Tools;
            public static class Probe
            {
                public static string[] Bind(int tool, string json)
                {
                    using var document = JsonDocument.Parse(json);
                    var errors = new ArgumentErrors();
                    var reader = new ArgumentReader(document.RootElement, errors);
                    object? bound = tool switch
                    {
                        {{string.Join('\n', tools.Select(Arm))}}
                        _ => throw new System.ArgumentOutOfRangeException(nameof(tool)),
                    };
                    // What is accepted must also be possible to write.
                    _ = bound is null ? "" : JsonSerializer.Serialize(bound, bound.GetType(), ToolArgumentsJsonContext.Default);
                    return bound is null == errors.Any
                        ? errors.Errors.Select(e => e.Path + ": " + e.Message).ToArray()
                        : new[] { "bound and refused at once" };
                }
            }
            """;

    private static string Arm(ToolModel tool, int index) =>
        $"{index} => {ArgumentNames.Tool(tool.Name)}.BindArguments(reader),";
}
