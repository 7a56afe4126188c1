using System.Reflection;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Tests.Emit;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>The emitted validators of some tools, compiled together and loaded.</summary>
internal sealed class EmittedBinders
{
    private readonly Func<int, string, (string[] Problems, string? Canonical)> _bind;

    public EmittedBinders(IReadOnlyList<ToolModel> tools)
    {
        Assembly assembly = EmittedCode.Load(EmittedCode.Compile(EmittedCode.EmitAll(tools), Probe(tools)));
        _bind = assembly
            .GetType("ClickUpMcp.Tools.Probe", throwOnError: true)!
            .GetMethod("Bind", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Func<int, string, (string[], string?)>>();
    }

    /// <summary>What the tool's validator makes of the arguments.</summary>
    public BoundCall Bind(int tool, string arguments)
    {
        (string[] problems, string? canonical) = Should.NotThrow(() => _bind(tool, arguments), arguments);
        return new BoundCall(problems, canonical);
    }

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
                public static (string[], string?) Bind(int tool, string json)
                {
                    using var document = JsonDocument.Parse(json);
                    var errors = new ArgumentErrors();
                    var bound = Bind(tool, document.RootElement, errors);
                    if (bound is null != errors.Any)
                    {
                        return (new[] { "bound and refused at once" }, null);
                    }

                    // What is accepted can be written, and what was written is accepted and means the same.
                    if (bound is null)
                    {
                        return (errors.Errors.Select(e => e.Path + ": " + e.Message).ToArray(), null);
                    }

                    string written = Write(bound);
                    return (FindLoss(tool, written), written);
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
