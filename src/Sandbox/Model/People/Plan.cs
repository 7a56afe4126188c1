namespace ClickUpMcp.Sandbox.Model;

/// <summary>What a workspace pays for; some operations need the highest one.</summary>
internal sealed record Plan(int Id, string Name)
{
    public static Plan Unlimited { get; } = new(2, "Unlimited");

    public static Plan Enterprise { get; } = new(4, "Enterprise");
}
