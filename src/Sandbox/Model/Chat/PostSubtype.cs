namespace ClickUpMcp.Sandbox.Model;

/// <summary>A kind of post, such as an announcement; the ids differ from workspace to workspace.</summary>
internal sealed record PostSubtype(string Id, string Name);
