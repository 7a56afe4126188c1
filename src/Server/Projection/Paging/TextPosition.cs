namespace ClickUpMcp.Projection;

/// <summary>Where the long texts of one thing are read on.</summary>
/// <param name="Start">How many characters of each text were shown before.</param>
/// <param name="CursorAt">Makes the cursor that continues after so many characters.</param>
internal sealed record TextPosition(int Start, Func<int, string> CursorAt);
