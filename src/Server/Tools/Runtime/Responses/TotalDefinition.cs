namespace ClickUpMcp.Tools.Runtime;

/// <summary>The sum that stands beside a list, as the spec states it.</summary>
/// <param name="Field">The field that is summed.</param>
/// <param name="By">The fields by whose values the sum is divided, each on its own.</param>
internal sealed record TotalDefinition(string Field, string[] By);
