namespace ClickUpMcp.Api;

/// <summary>What to tell the caller about one kind of error response; <c>{thing}</c> stands for what the request addressed, <c>{api}</c> for the API.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="What">What happened.</param>
/// <param name="Why">Why; null when only ClickUp's own words could tell.</param>
/// <param name="Next">What to do.</param>
/// <param name="Quote">Whether ClickUp's own words help; off where they mislead ("Team not authorized").</param>
internal sealed record ApiErrorRule(ApiErrorKind Kind, string What, string? Why, string Next, bool Quote = true);
