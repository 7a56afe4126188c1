namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a client is to show to the person behind it, and bring back with their reply.</summary>
/// <param name="Question">What would be done; sanitised.</param>
/// <param name="State">The sealed state.</param>
internal sealed record NeededConfirmation(string Question, string State);
