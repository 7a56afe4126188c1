namespace ClickUpMcp.Hosting;

/// <summary>A flag that only one verb has.</summary>
/// <param name="Name">Without dashes.</param>
/// <param name="Value">What its value is called in help; null for a switch.</param>
/// <param name="Help">One line.</param>
internal sealed record VerbFlag(string Name, string? Value, string Help);
