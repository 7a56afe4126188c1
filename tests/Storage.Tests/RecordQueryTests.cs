namespace ClickUpMcp.Storage.Tests;

/// <summary>What a query asks for by itself.</summary>
public sealed class RecordQueryTests
{
    [Fact]
    public void A_page_has_a_bound() =>
        new RecordQuery(new RecordKind("k", "p", TimeSpan.FromDays(1))).Count.ShouldBeLessThanOrEqualTo(
            RecordQuery.MostRecords
        );
}
