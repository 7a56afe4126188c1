namespace ClickUpMcp.Generators.Model;

/// <summary>What an error code or status means for one request.</summary>
internal sealed record RequestErrorModel(string On, string What, string? Why, string Next);
