namespace ClickUpMcp.Generators.Model;

/// <summary>Why the spec differs from the API's document at one place.</summary>
/// <param name="Location"><c>query.NAME</c>, <c>body.PATH</c>, or in the root <c>operation.ID</c>; what is below it is meant too.</param>
/// <param name="Reason">The reason.</param>
internal sealed record ExcuseModel(string Location, string Reason);
