using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Seeding;

/// <summary>What the seeding steps share.</summary>
/// <param name="Now">Unix milliseconds of the sandbox's start.</param>
internal sealed record Seed(World World, long Now, int Scale)
{
    public const long Minute = 60_000;
    public const long Hour = 60 * Minute;
    public const long Day = 24 * Hour;

    public Member Person(int number)
    {
        var members = World.Workspaces.GetAt(0).Value.Members;
        return members[number % members.Count];
    }

    public Member Owner => Person(0);

    public TaskItem RichTask => World.Tasks[SandboxSeed.RichTaskId];
}
