using System.Text;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Tests.Runtime;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Binding;

/// <summary>The real tools over a ClickUp that responds with an empty object: what they bind is what comes of a call.</summary>
internal static class BlankClickUp
{
    private static readonly ToolDispatcher Dispatcher = new(
        new ToolInventory(EmittedCatalog.Instance, ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance)),
        new FakeClickUp(static _ => "{}").Services(),
        static _ => { }
    );

    /// <summary>Calls a tool with arguments as they stand in a message.</summary>
    public static Task<BoundByTool> BindAsync(string tool, string arguments) =>
        BindAsync(tool, Encoding.UTF8.GetBytes(arguments));

    public static async Task<BoundByTool> BindAsync(string tool, byte[] arguments)
    {
        CallFacts facts = new();
        ToolCallOutcome outcome = await Dispatcher.CallAsync(
            tool,
            arguments,
            NoProgress.Instance,
            TestContext.Current.CancellationToken,
            facts
        );
        return new BoundByTool(
            facts.Arguments is { } bound ? Encoding.UTF8.GetString(bound.ToJson().Span) : null,
            outcome.Result?.Text ?? outcome.UnknownTool!
        );
    }
}
