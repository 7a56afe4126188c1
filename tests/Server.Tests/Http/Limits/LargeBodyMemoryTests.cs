using System.Runtime;
using ClickUpMcp.Transport.Http;

namespace ClickUpMcp.Tests.Http.Limits;

/// <summary>A flood of large bodies costs no collection of the whole heap, for which the calls of others would wait.</summary>
[Collection(AloneCollection.Name)]
public sealed class LargeBodyMemoryTests
{
    private const int Length = 4 * 1024 * 1024;
    private const int Many = 16;

    [Fact]
    [Trait("Requirement", "R-01")]
    public void R_01_large_bodies_one_after_the_other_take_the_same_memory()
    {
        Fill();
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < Many; i++)
        {
            Fill();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Length / 16);
    }

    [Fact]
    [Trait("Requirement", "R-01")]
    public void R_01_large_bodies_that_were_worked_on_are_no_reason_to_collect()
    {
        Fill();
        GC.TryStartNoGCRegion(Many * Length).ShouldBeTrue();
        for (int i = 0; i < Many; i++)
        {
            Fill();
        }

        GCSettings.LatencyMode.ShouldBe(GCLatencyMode.NoGCRegion, "a collection would have ended it");
        GC.EndNoGCRegion();
    }

    private static void Fill()
    {
        using var body = new RequestBody(new ByteBudget(Length, Length), 1, Length);
        while (body.Length < Length)
        {
            body.Advance(body.Free(Length).Length);
        }
    }
}
