using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What the copies of one call share: who sends their requests, what they came to, and which tasks they are of.</summary>
internal sealed class CopyWork
{
    /// <param name="context">The call.</param>
    /// <param name="total">How many tasks are to be made.</param>
    public CopyWork(ToolCallContext context, int total)
    {
        Context = context;
        Report = new CopyReport(isOfOne: total == 1);
        Run = new CopyRun(context, Report, total);
    }

    /// <summary>The call.</summary>
    public ToolCallContext Context { get; }

    /// <summary>What the copies came to.</summary>
    public CopyReport Report { get; }

    /// <summary>Sends the requests.</summary>
    public CopyRun Run { get; }

    /// <summary>The copies by the ids of their originals.</summary>
    public Dictionary<string, TaskId> Copies { get; } = [];
}
