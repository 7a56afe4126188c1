using ClickUpMcp.Api;

namespace ClickUpMcp.Generators.Model;

/// <summary>What some error codes of the API mean.</summary>
/// <param name="Codes">The codes.</param>
/// <param name="Status">The HTTP status they come with; 0 for any.</param>
/// <param name="Kind">The kind of failure.</param>
/// <param name="What">What happened.</param>
/// <param name="Why">Why; null when only the API's own words could tell.</param>
/// <param name="Next">What to do.</param>
/// <param name="Quote">Whether the API's own words help.</param>
internal sealed record ErrorRuleModel(
    EquatableArray<string> Codes,
    int Status,
    ApiErrorKind Kind,
    string What,
    string? Why,
    string Next,
    bool Quote
);
