namespace ClickUpMcp.Generators.Model;

/// <summary>A constant that a look-up gives for an argument of the entry that lists; the value is JSON text.</summary>
internal sealed record ListingArgumentModel(string Name, string Json);
