namespace ClickUpMcp.Resolution;

/// <summary>Something that a request names by its id.</summary>
/// <param name="Noun">What kind of thing, as paths of the API call it.</param>
/// <param name="Id">The id, as it stands in the path.</param>
internal readonly record struct RequestedThing(string Noun, string Id);
