using ClickUpMcp.Transport;

namespace ClickUpMcp.Tests.Transport;

/// <summary>What calls leave is collected also where there is never a pause between them.</summary>
[Collection(AloneCollection.Name)]
public sealed class StdioCollectorTests
{
    private const int Piece = 4096;

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 9)]
    public void Calls_are_collected_after(bool isLast, int mebibytes)
    {
        StdioCollector collector = new();
        collector.Left(isLast);
        long until = GC.GetTotalAllocatedBytes() + (mebibytes * 1024L * 1024);
        byte[] last = [];
        while (GC.GetTotalAllocatedBytes() < until)
        {
            last = new byte[Piece];
        }

        int before = GC.CollectionCount(0);
        collector.Left(isLast);

        GC.CollectionCount(0).ShouldBeGreaterThan(before);
        last.Length.ShouldBe(Piece);
    }
}
