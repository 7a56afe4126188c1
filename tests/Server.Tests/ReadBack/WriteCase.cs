using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.ReadBack;

/// <summary>A tool that writes, with calls of it that must succeed: its examples, and others made from them.</summary>
/// <param name="Tool">The tool's name.</param>
public sealed record WriteCase(string Tool)
{
    private const int MadeCalls = 16;
    private const int Seed = 20261128;

    private static readonly IReadOnlyList<SpecTool> Tools =
    [
        .. SpecTool.All.Where(static tool =>
            tool is { IsReadOnly: false, IsDiscovery: false, NeedsTwoWorkspaces: false }
        ),
    ];

    /// <summary>All tools that write.</summary>
    public static IReadOnlyList<WriteCase> All { get; } = [.. Tools.Select(static tool => new WriteCase(tool.Name))];

    internal SpecTool Spec => Tools.Single(tool => tool.Name == Tool);

    /// <summary>The arguments of each call.</summary>
    internal IEnumerable<string> Calls
    {
        get
        {
            ValidArguments made = new(Seed);
            return Spec
                .Examples.Concat(Enumerable.Range(0, MadeCalls).Select(_ => made.Next(Spec)))
                .Select(call => Spec.Agreed(call).ToJsonString());
        }
    }

    /// <summary>The arguments of its examples.</summary>
    internal IEnumerable<string> Examples => Spec.AgreedExamples.Select(static call => call.ToJsonString());

    /// <summary>What the spec says that nothing shows, by argument.</summary>
    internal bool IsExcused(string argument) =>
        Spec.Entry.TryGetProperty("unseenReason", out _)
        || (Spec.Arguments.TryGetValue(argument, out var own) && own.TryGetProperty("unseenReason", out _));

    public override string ToString() => Tool;
}
