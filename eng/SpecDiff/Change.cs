namespace ClickUpMcp.SpecDiff;

/// <summary>What changed at one place between two documents.</summary>
internal sealed record Change(string Operation, string Location, string What)
{
    public override string ToString() => $"{Operation} {Location}: {What}";
}
