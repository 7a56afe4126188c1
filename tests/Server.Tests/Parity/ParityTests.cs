namespace ClickUpMcp.Tests.Parity;

/// <summary>The same messages over stdio and over HTTP get the same replies, and leave the same audit.</summary>
public sealed class ParityTests
{
    private const int MostShown = 20;

    [Fact]
    public async Task Generated_sequences_are_served_alike()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {GeneratedSequences.Seed}");
        GeneratedSequences.All.Count.ShouldBeGreaterThanOrEqualTo(200);
        await CheckAsync(GeneratedSequences.All);
    }

    [Fact]
    public async Task Boundary_cases_are_served_alike_and_need_each_allowed_difference() =>
        (await CheckAsync(BoundarySequences.All)).ShouldBe(AllowedDifferences.All, ignoreOrder: true);

    [Fact]
    public async Task Recorded_clients_are_served_alike()
    {
        IReadOnlyList<ParitySequence>? recorded = RecordedSequences.Read();
        Assert.SkipWhen(
            recorded is null,
            $"The recorded messages are not there; {RecordedSequences.Variable} names their file."
        );
        recorded.Select(static sequence => sequence.Client).Distinct().Count().ShouldBeGreaterThanOrEqualTo(25);
        await CheckAsync(recorded);
    }

    /// <summary>Fails on a difference that is not allowed; returns the allowed ones that occurred.</summary>
    private static async Task<IEnumerable<AllowedDifference>> CheckAsync(IEnumerable<ParitySequence> sequences)
    {
        HashSet<AllowedDifference> needed = [];
        List<string> differences = [];
        foreach (ParitySequence sequence in sequences)
        {
            if (await ParityRun.CompareAsync(sequence, needed) is { } difference)
            {
                differences.Add(difference);
            }
        }

        string shown = string.Join('\n', differences.Take(MostShown));
        (differences.Count == 0).ShouldBeTrue($"{differences.Count} sequences differ.\n{shown}");
        return needed;
    }
}
