namespace ClickUpMcp.Generators.Model;

/// <summary>How an operation is undone.</summary>
/// <param name="Operation">The operation that writes.</param>
/// <param name="Json">The rule as compact JSON, which the runtime reads.</param>
internal sealed record UndoModel(string Operation, string Json);
