using ClickUpMcp.Errors;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.Errors;

public class EditDistanceTests
{
    // Few letters and short texts, so that equal and swapped neighbours are common.
    private static readonly Arbitrary<string> Words = Gen.Elements('a', 'b', 'c')
        .ListOf()
        .Select(static letters => string.Concat(letters.Take(6)))
        .ToArbitrary();

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Backlog", "Bakclog", 1)]
    [InlineData("ABC", "abc", 3)]
    public void Known_distances(string left, string right, int distance) =>
        EditDistance.Between(left, right).ShouldBe(distance);

    [Fact]
    public void It_is_what_its_definition_says() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(Words, Words, static (a, b) => EditDistance.Between(a, b) == ByDefinition(a, b))
        );

    [Fact]
    public void It_is_the_same_both_ways_and_never_more_than_the_longer_text() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll<NonNull<string>, NonNull<string>>(
                static (a, b) =>
                    EditDistance.Between(a.Get, b.Get) is var distance
                    && distance == EditDistance.Between(b.Get, a.Get)
                    && distance <= Math.Max(a.Get.Length, b.Get.Length)
                    && (distance == 0) == (a.Get == b.Get)
            )
        );

    [Fact]
    public void What_follows_the_longest_compared_text_does_not_count()
    {
        string start = new('x', EditDistance.MaxLength);

        EditDistance.Between(start + "ab", start + new string('y', 1_000_000)).ShouldBe(0);
    }

    private static int ByDefinition(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        int best = Math.Min(ByDefinition(a[1..], b), ByDefinition(a, b[1..])) + 1;
        best = Math.Min(best, ByDefinition(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1));
        bool isSwap = a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0];
        return isSwap ? Math.Min(best, ByDefinition(a[2..], b[2..]) + 1) : best;
    }
}
