namespace ClickUpMcp.Generators.Model;

/// <summary>What the request that reads back takes from the write.</summary>
/// <param name="Name">The argument of the request that reads.</param>
/// <param name="Argument">The argument of the write; of a list, each item in turn.</param>
internal sealed record ReadBackArgumentModel(string Name, string Argument);
