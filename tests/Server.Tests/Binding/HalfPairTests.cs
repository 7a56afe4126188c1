using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Binding;

/// <summary>JSON can hold half a surrogate pair, which is no text: an argument of such a name is refused as unknown.</summary>
public sealed class HalfPairTests
{
    public static TheoryData<string> Tools => [.. ToolExample.ByTool.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task An_argument_with_such_a_name_is_refused_and_no_bug(string tool)
    {
        string arguments = ToolExample.ByTool[tool][0].Arguments.TrimEnd()[..^1];
        string comma = arguments.TrimEnd().EndsWith('{') ? "" : ",";

        ToolResult result = await new SandboxSession().CallAsync(
            tool,
            $$"""{{arguments}}{{comma}}"\ud800":["\udc00"]}"""
        );

        result.IsError.ShouldBeTrue(result.Text);
        result.Text.ShouldContain("?: is not a known argument");
    }
}
