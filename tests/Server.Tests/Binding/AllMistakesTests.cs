using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Binding;

/// <summary>A caller learns of all mistakes at once: names are looked up although something else is wrong already.</summary>
public sealed class AllMistakesTests
{
    [Fact]
    public async Task A_wrong_value_and_a_name_that_nothing_has_are_told_in_one_reply()
    {
        ToolResult result = await new SandboxSession().CallAsync(
            "create_task",
            """{"list":"No list of that name","name":"x","priority":"hihg"}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("did you mean \"high\"?");
        result.Text.ShouldContain("No list of that name");
    }
}
