namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Measures several things in turns, so that what the machine does meanwhile is in each alike.</summary>
internal static class Turns
{
    /// <summary>Does each once a round, in an order of its own.</summary>
    /// <remarks>
    /// What ran just before decides what is in the caches, and a large program is still being taken down meanwhile: in a fixed order, also where each
    /// begins a round as often as the others, the same thing always follows it.
    /// </remarks>
    public static void Take(int rounds, IReadOnlyList<Action> things)
    {
        Random random = new(rounds);
        Action[] order = [.. things];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            Array.ForEach(order, static thing => thing());
        }
    }
}
