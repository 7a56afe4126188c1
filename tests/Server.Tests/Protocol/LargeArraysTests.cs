using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>Large arrays serve one message after the other, and only so many are kept.</summary>
public sealed class LargeArraysTests
{
    private const int Size = LargeArrays.Shortest;

    [Theory]
    [InlineData(1, Size)]
    [InlineData(Size, Size)]
    [InlineData(Size + 1, 2 * Size)]
    [InlineData(LargeArrays.Longest, LargeArrays.Longest)]
    [InlineData(LargeArrays.Longest + 1, LargeArrays.Longest + 1)]
    [Trait("Requirement", "R-01")]
    public void R_01_an_array_is_long_enough_and_not_twice_as_long(int length, int lent) =>
        new LargeArrays(long.MaxValue).Rent(length).Length.ShouldBe(lent);

    [Fact]
    [Trait("Requirement", "R-01")]
    public void R_01_the_next_message_gets_the_array_of_the_last_one()
    {
        LargeArrays arrays = new(long.MaxValue);
        byte[] first = arrays.Rent(LargeArrays.Longest);
        arrays.Return(first);

        byte[] second = arrays.Rent(LargeArrays.Longest - 1);
        second.ShouldBeSameAs(first);
        arrays.Rent(LargeArrays.Longest).ShouldNotBeSameAs(first, "it is lent already");
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public void H_05_no_more_is_kept_than_may_be()
    {
        LargeArrays arrays = new(3 * Size);
        byte[][] lent = [.. Enumerable.Range(0, 4).Select(_ => arrays.Rent(Size))];
        Array.ForEach(lent, arrays.Return);

        byte[][] again = [.. Enumerable.Range(0, 4).Select(_ => arrays.Rent(Size))];
        again.Count(lent.Contains).ShouldBe(3);

        Array.ForEach(again, arrays.Return);
        again.Count(_ => lent.Contains(arrays.Rent(Size))).ShouldBe(3, "what is lent again leaves room");
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public void H_05_what_nobody_uses_is_let_go_of()
    {
        LargeArrays arrays = new(Size);
        byte[] first = arrays.Rent(Size);
        arrays.Return(first);

        arrays.Drop();

        byte[] second = arrays.Rent(Size);
        second.ShouldNotBeSameAs(first);
        arrays.Return(second);
        arrays.Rent(Size).ShouldBeSameAs(second, "it has room again");
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public void H_05_what_is_longer_than_any_message_is_not_kept()
    {
        LargeArrays arrays = new(long.MaxValue);
        byte[] longest = arrays.Rent(LargeArrays.Longest + 1);
        arrays.Return(longest);
        arrays.Rent(LargeArrays.Longest + 1).ShouldNotBeSameAs(longest);
    }
}
