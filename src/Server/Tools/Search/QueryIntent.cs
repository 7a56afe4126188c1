namespace ClickUpMcp.Tools.Search;

/// <summary>Something that a query asks to do.</summary>
/// <param name="Intents">The bits of the intents that its words may mean.</param>
/// <param name="Strength">How surely it is meant, up to 1.</param>
/// <param name="Words">The words that say so; none when it was not said.</param>
internal sealed record QueryIntent(uint Intents, double Strength, int[] Words);
