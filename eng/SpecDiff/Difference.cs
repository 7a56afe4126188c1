namespace ClickUpMcp.SpecDiff;

/// <summary>One place at which spec and document differ.</summary>
/// <param name="Operation">The official operation id; empty for the whole spec.</param>
/// <param name="Location"><c>query.NAME</c>, <c>body.PATH</c>, <c>operation</c> or <c>path</c>.</param>
/// <param name="Problem">What differs.</param>
internal sealed record Difference(string Operation, string Location, string Problem)
{
    public const string NotBound = "not bound";

    public override string ToString() => $"{Operation} {Location}: {Problem}".TrimStart();
}
