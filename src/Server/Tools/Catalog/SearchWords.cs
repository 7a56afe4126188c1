namespace ClickUpMcp.Tools.Catalog;

/// <summary>What the spec says about the words people search tools with.</summary>
/// <param name="Fillers">Words that say nothing about what is wanted.</param>
/// <param name="Synonyms">Groups of words and phrases of one meaning.</param>
/// <param name="Intents">What people want to do with a thing, and the words that say so.</param>
/// <param name="Limits">What no tool can do, and why.</param>
internal sealed record SearchWords(string[] Fillers, string[][] Synonyms, SearchIntent[] Intents, SearchLimit[] Limits);
