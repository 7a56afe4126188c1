namespace ClickUpMcp.Tools.Catalog;

/// <summary>A client that passes on only so much of a result.</summary>
/// <param name="Name">Part of what it calls itself: letters and digits in lower case.</param>
/// <param name="ResultBytes">How much it passes on whole.</param>
internal sealed record KnownClient(string Name, int ResultBytes);
