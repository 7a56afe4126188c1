using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Examples;

/// <summary>Reads show the same when ClickUp writes its numbers as strings, as it does here and there.</summary>
public sealed class NumberTextTests
{
    public static TheoryData<ToolExample> Reads =>
        [
            .. ToolExample
                .ByTool.Values.SelectMany(static examples => examples)
                .Where(static example => example is { IsReadOnly: true, IsOpenWorld: true }),
        ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_read_is_the_same_with_numbers_as_strings(ToolExample example)
    {
        SandboxSession plain = new(journal: example.IsOfChanges);
        SandboxSession texts = new(journal: example.IsOfChanges);
        texts.Sandbox.Inject(new SandboxFault { Kind = SandboxFaultKind.NumbersAsText });

        ToolResult expected = await plain.CallAsync(example.Tool, example.Arguments);
        ToolResult result = await texts.CallAsync(example.Tool, example.Arguments);

        expected.IsError.ShouldBeFalse(expected.Text);
        WithoutCursor(result.Text).ShouldBe(WithoutCursor(expected.Text));
    }

    // A cursor holds what ClickUp sent, as it sent it.
    private static string WithoutCursor(string text)
    {
        string[] lines = text.Split('\n');
        return string.Join('\n', lines[1..].Prepend(lines[0].Split(", more: cursor=")[0]));
    }
}
