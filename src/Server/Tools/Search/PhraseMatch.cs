namespace ClickUpMcp.Tools.Search;

/// <summary>The phrase that a query is most like of those of one tool or limit.</summary>
/// <param name="Phrase">The phrase; null when the query is like none.</param>
/// <param name="Worth">How like, up to 1.</param>
internal readonly record struct PhraseMatch(SearchPhrase? Phrase, double Worth);
