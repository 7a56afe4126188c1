namespace ClickUpMcp.Sandbox.Model;

/// <summary>A link between two tasks; both tasks hold the same object.</summary>
internal sealed record TaskLink(TaskItem From, TaskItem To, Member Creator, long DateCreated)
{
    public TaskItem OtherThan(TaskItem task) => From == task ? To : From;
}
