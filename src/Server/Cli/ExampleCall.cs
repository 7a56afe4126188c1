using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary>A tool's example as a command that works as it stands, on the sandbox.</summary>
internal static class ExampleCall
{
    /// <summary>One line for a POSIX shell.</summary>
    public static string Of(ToolDescriptor tool)
    {
        using JsonDocument arguments = JsonDocument.Parse(tool.Example ?? "{}");
        return string.Join(
            ' ',
            arguments
                .RootElement.EnumerateObject()
                .Select(static argument => Quoted(CallWord.For(argument.Name, argument.Value).ToString()))
                .Prepend(tool.Name)
                .Prepend("clickup-mcp call --sandbox")
        );
    }

    private static string Quoted(string word) =>
        word.AsSpan().ContainsAnyExcept(CallWord.Plain)
            ? $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"
            : word;
}
