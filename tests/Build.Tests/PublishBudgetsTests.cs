using ClickUpMcp.Build;
using ClickUpMcp.Driver;

namespace Build.Tests;

public sealed class PublishBudgetsTests
{
    private const string Budgets = "10\tmethods\n20\tbytes of a\n";

    [Fact]
    public void A_figure_up_to_its_bound_is_good()
    {
        PublishBudgets.Check(Budgets, "methods", 10);
        PublishBudgets.Check(Budgets, "bytes of a", 20);
    }

    [Theory]
    [InlineData("methods", 11, "allows 10")]
    [InlineData("bytes of a", 21, "allows 20")]
    [InlineData("bytes of b", 1, "no bound for bytes of b")]
    public void One_over_it_or_without_a_bound_fails(string what, long figure, string problem) =>
        Should
            .Throw<BuildFailedException>(() => PublishBudgets.Check(Budgets, what, figure))
            .Message.ShouldContain(problem);

    [Fact]
    public void The_committed_file_bounds_both_executables_and_the_start()
    {
        string budgets = Repository.Read(PublishBudgets.Target);

        foreach (string folder in (string[])["native", "native-static"])
        {
            PublishBudgets.Check(
                budgets,
                PublishBudgets.BytesOf(Path.Combine(Repository.Artifacts, folder, "clickup-mcp")),
                1
            );
        }

        PublishBudgets.Check(budgets, PublishBudgets.Methods, 1);
    }
}
