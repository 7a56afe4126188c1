namespace ClickUpMcp.Generators.Model;

/// <summary>Something people want to do, and the words that say so.</summary>
internal sealed record SearchIntentModel(string Name, EquatableArray<string> Words);
