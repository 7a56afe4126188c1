namespace ClickUpMcp.Generators.Model;

/// <summary>Where an operation writes.</summary>
/// <param name="Operation">The operation that writes.</param>
/// <param name="Text">The things that it names, one a line, which the runtime reads.</param>
internal sealed record PlacesModel(string Operation, string Text);
