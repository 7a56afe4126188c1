using ClickUpMcp.Resolution;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.Resolution;

public class NameDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Backlog", "bakclog", 2)]
    [InlineData("ABC", "abc", 0)]
    public void Known_distances(string left, string right, int distance) =>
        NameDistance.EditDistance(left, right).ShouldBe(distance);

    [Fact]
    public void It_is_a_distance() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll<NonNull<string>, NonNull<string>, NonNull<string>>(
                static (a, b, c) =>
                {
                    int ab = NameDistance.EditDistance(a.Get, b.Get);
                    int bc = NameDistance.EditDistance(b.Get, c.Get);
                    int ac = NameDistance.EditDistance(a.Get, c.Get);
                    return ab == NameDistance.EditDistance(b.Get, a.Get)
                        && ac <= ab + bc
                        && ab <= Math.Max(a.Get.Length, b.Get.Length)
                        && NameDistance.EditDistance(a.Get, a.Get) == 0;
                }
            )
        );
}
