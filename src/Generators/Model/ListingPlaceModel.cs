namespace ClickUpMcp.Generators.Model;

/// <summary>A kind of thing in which others are listed, and the request of the entry that lists them there.</summary>
internal sealed record ListingPlaceModel(string Kind, RequestModel Request);
