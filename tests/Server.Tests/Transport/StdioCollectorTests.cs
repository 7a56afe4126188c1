using ClickUpMcp.Transport;

namespace ClickUpMcp.Tests.Transport;

/// <summary>What calls leave is collected also where there is never a pause between them.</summary>
[Collection(AloneCollection.Name)]
public sealed class StdioCollectorTests
{
    private const int Piece = 4096;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Calls_are_collected_after_four_mebibytes_with_what_earlier_ones_left(bool isLast)
    {
        StdioCollector collector = new();
        collector.Left(isLast);
        long until = GC.GetTotalAllocatedBytes() + (5 * 1024L * 1024);
        byte[] last = [];
        while (GC.GetTotalAllocatedBytes() < until)
        {
            last = new byte[Piece];
        }

        int before = GC.CollectionCount(1);
        collector.Left(isLast);

        GC.CollectionCount(1).ShouldBeGreaterThan(before);
        last.Length.ShouldBe(Piece);
    }
}
