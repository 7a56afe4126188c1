namespace ClickUpMcp.Values;

/// <summary>What a line is: a paragraph, a list item or code, and how far it is indented.</summary>
internal readonly record struct LineFormat(LineKind Kind, int Indent = 0);
