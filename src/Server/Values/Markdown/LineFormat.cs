namespace ClickUpMcp.Values;

/// <summary>What a line is: a paragraph, a list item or code, how far it is indented, and the language of code.</summary>
internal readonly record struct LineFormat(LineKind Kind, int Indent = 0, string? Language = null);
