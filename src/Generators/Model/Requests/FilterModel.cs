namespace ClickUpMcp.Generators.Model;

/// <summary>One condition on the items of a list: what is at the path must fit the argument.</summary>
internal sealed record FilterModel(string Path, string Argument);
