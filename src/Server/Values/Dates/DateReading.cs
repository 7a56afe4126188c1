namespace ClickUpMcp.Values;

/// <summary>What a date's text means, or what is wrong with it; neither when it is no date at all.</summary>
internal readonly record struct DateReading(DateMeaning? Meaning, string? Problem);
