namespace ClickUpMcp.Authorization.Tokens;

/// <summary>A claim as it is kept.</summary>
/// <param name="Type">Its name.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="ValueType">What the text stands for.</param>
internal sealed record TokenClaim(string Type, string Value, string ValueType);
