namespace ClickUpMcp.EndToEndBenchmark;

/// <summary>Measures several things in turns, so that what the machine does meanwhile is in each alike.</summary>
internal static class Turns
{
    /// <summary>Does each once a round.</summary>
    public static void Take(int rounds, IReadOnlyList<Action> things)
    {
        for (var round = 0; round < rounds; round++)
        {
            // Each begins a round as often as the others: what ran just before decides what is in the caches.
            for (var i = 0; i < things.Count; i++)
            {
                things[(i + round) % things.Count]();
            }
        }
    }
}
