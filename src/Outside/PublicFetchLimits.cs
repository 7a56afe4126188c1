namespace ClickUpMcp.Outside;

/// <summary>What is taken of a file of the public internet.</summary>
/// <param name="MaxBytes">The most bytes.</param>
/// <param name="Time">The longest that it may take, from the first connection to the last byte.</param>
/// <param name="Redirects">How many redirects are followed.</param>
internal sealed record PublicFetchLimits(long MaxBytes, TimeSpan Time, int Redirects = 3);
