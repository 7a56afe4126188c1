using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

public class NameDistanceTests
{
    [Fact]
    public void Names_that_contain_the_text_come_first_then_the_closest_whatever_their_case()
    {
        NamedThing[] things =
        [
            .. new[] { "Unrelated", "BAKCLOG", "Old backlog", "Backlogs" }.Select(static name => new NamedThing(
                name,
                name,
                string.Empty,
                []
            )),
        ];

        NameDistance
            .ClosestFirst(things, "backlog")
            .Select(static thing => thing.Name)
            .ShouldBe(["Backlogs", "Old backlog", "BAKCLOG", "Unrelated"]);
    }
}
