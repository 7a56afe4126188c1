namespace ClickUpMcp.Hosting;

/// <summary>One thing that a self check looked at.</summary>
/// <param name="IsGood">Whether it is as it should be.</param>
/// <param name="Subject">What was looked at, in a word or two.</param>
/// <param name="Text">What was found, and what to do about it.</param>
internal sealed record Finding(bool IsGood, string Subject, string Text);
