namespace ClickUpMcp.Tools.Catalog;

/// <summary>Something people look for that no tool can do.</summary>
/// <param name="Wish">What it is called.</param>
/// <param name="Reason">Why it cannot be done, and what can be done instead.</param>
/// <param name="Keywords">Words and phrases by which people ask for it.</param>
internal sealed record SearchLimit(string Wish, string Reason, string[] Keywords);
