namespace ClickUpMcp.Api;

/// <summary>What an error means for one request, where the general table would mislead.</summary>
/// <param name="On">The error code, or else the HTTP status in digits.</param>
/// <param name="What">What happened; <c>{thing}</c> stands for what the request addressed.</param>
/// <param name="Why">Why; null when that is not known.</param>
/// <param name="Next">What to do.</param>
internal sealed record RequestError(string On, string What, string? Why, string Next);
