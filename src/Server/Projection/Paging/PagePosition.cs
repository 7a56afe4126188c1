namespace ClickUpMcp.Projection;

/// <summary>A place in an upstream list.</summary>
/// <param name="Value">What the style needs to ask for the page: a number, a date and id, or a cursor's JSON text; empty for the first.</param>
/// <param name="Offset">Items of that page that were already handed out.</param>
internal sealed record PagePosition(string Value, int Offset);
