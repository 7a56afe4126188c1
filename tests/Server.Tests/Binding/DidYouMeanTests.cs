using ClickUpMcp.Errors;

namespace ClickUpMcp.Tests.Binding;

public class DidYouMeanTests
{
    private static readonly string[] Tools = ["create_task", "get_task", "get_tasks", "update_task", "delete_task"];

    [Theory]
    [InlineData("get_tsak", "get_task")]
    [InlineData("GetTask", "get_task")]
    [InlineData("get-tasks", "get_tasks")]
    [InlineData("updat_task", "update_task")]
    [InlineData("xyzzy", null)]
    [InlineData("", null)]
    public void The_closest_name_is_found_unless_nothing_is_close(string input, string? expected) =>
        DidYouMean.Closest(input, Tools).ShouldBe(expected);

    [Fact]
    public void One_edit_anywhere_is_still_recognised()
    {
        Random random = new(1);
        for (int i = 0; i < 2000; i++)
        {
            string tool = Tools[random.Next(Tools.Length)];
            int at = random.Next(tool.Length);
            string mistyped = random.Next(3) switch
            {
                0 => tool.Remove(at, 1),
                1 => tool.Insert(at, "q"),
                _ => tool[..at] + "q" + tool[(at + 1)..],
            };
            DidYouMean.Closest(mistyped, Tools, 2).ShouldContain(tool, mistyped);
        }
    }

    [Fact]
    public void A_huge_name_is_not_compared() =>
        DidYouMean.Closest(new string('a', 1_000_000), [new string('a', 1_000_000)]).ShouldBeNull();
}
