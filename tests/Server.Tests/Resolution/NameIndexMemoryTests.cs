using System.Globalization;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

[Collection(AloneCollection.Name)]
public class NameIndexMemoryTests
{
    private const int Things = 10_000;
    private const int Most = 200;

    [Fact]
    public void A_thing_of_a_long_list_takes_few_bytes()
    {
        NamedThing[] things =
        [
            .. Enumerable
                .Range(0, Things)
                .Select(static id => new NamedThing(
                    id.ToString(CultureInfo.InvariantCulture),
                    $"Plan {id:00000}",
                    "",
                    []
                )),
        ];
        // Folded names belong to the things.
        NameMatcher.Find(things, "x");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        NameIndex index = new(things);
        index.Closest("No such thing anywhere", 5).Count.ShouldBe(5);
        ((GC.GetTotalMemory(forceFullCollection: true) - before) / Things).ShouldBeLessThan(Most);
        GC.KeepAlive(index);
    }
}
