using System.Reflection;
using System.Runtime.CompilerServices;

namespace Architecture.Tests;

/// <summary>The state machines of tools are compiled once, not for each tool.</summary>
public sealed class StateMachineTests
{
    /// <remarks>
    /// A state machine in a generic class is a type for each type argument, with an object that every start allocates: a thousand of them were
    /// 4 % of the processor time of a start. One may wait in a generic class for what only it can wait for.
    /// </remarks>
    [Fact]
    public void Nothing_waits_in_the_generic_classes_of_tools() =>
        Assembly
            .Load("clickup-mcp")
            .GetTypes()
            .Where(static type => type.IsGenericTypeDefinition && IsTool(type))
            .SelectMany(static type =>
                type.GetMethods(
                        BindingFlags.Instance
                            | BindingFlags.Static
                            | BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.DeclaredOnly
                    )
                    .Where(static method => method.IsDefined(typeof(AsyncStateMachineAttribute)))
                    .Select(method => $"{type.Name}.{method.Name}")
            )
            .ShouldBe(["HandlerTool`2.ResolveAsync"]);

    private static bool IsTool(Type? type) =>
        type is not null && (type.FullName == "ClickUpMcp.Tools.Runtime.ClickUpTool" || IsTool(type.BaseType));
}
