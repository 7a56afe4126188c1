using ClickUpMcp.Resolution;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>An argument of a prompt or a variable of a template, as far as completing it goes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kinds">The kinds of things of which it names one; empty for other text.</param>
/// <param name="Values">All that it may be; empty for any text.</param>
internal sealed record CompletedArgument(string Name, EntityKind[] Kinds, string[] Values);
