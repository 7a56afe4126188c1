using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Holds a tool that writes to the rule that the spec says of each two things of one kind whether they may be the same.</summary>
/// <remarks>Else a task could be made to depend on itself.</remarks>
internal static class DistinctUsage
{
    private static readonly RuleKind[] Apart =
    [
        RuleKind.Distinct,
        RuleKind.MayBeSame,
        RuleKind.ExactlyOne,
        RuleKind.AtMostOne,
    ];

    public static void Check(ToolModel tool, IReadOnlyList<ArgumentEntry> declared, DiagnosticBag bag)
    {
        if (tool.Internal || tool.ReadOnly)
        {
            return;
        }

        // What only narrows look-ups is not written.
        HashSet<string> containers = new(
            declared.SelectMany(static entry => ResolutionOrder.Outer(entry.Model.Type)),
            StringComparer.Ordinal
        );
        ArgumentEntry[] things =
        [
            .. declared.Where(entry =>
                EntityOf(entry.Model.Type) is not null
                && !(containers.Contains(entry.Model.Name) && !tool.Requests.Any(r => Bindings.Use(r, entry.Model)))
            ),
        ];
        for (int i = 0; i < things.Length; i++)
        {
            ArgumentEntry second = things[i];
            if (things.Take(i).FirstOrDefault(first => !AreApart(tool, first.Model, second.Model)) is { } other)
            {
                bag.Report(Descriptors.MayBeSameThing, second.Member.Key, other.Model.Name, second.Model.Name);
            }
        }
    }

    private static bool AreApart(ToolModel tool, ArgumentModel first, ArgumentModel second) =>
        EntityOf(first.Type) != EntityOf(second.Type)
        || tool.Rules.Any(rule =>
            Apart.Contains(rule.Kind) && rule.Arguments.Contains(first.Name) && rule.Arguments.Contains(second.Name)
        );

    private static string? EntityOf(TypeModel type) =>
        (type.Kind == TypeKind.Array ? type.Items : type) is { Kind: TypeKind.Entity } entity ? entity.Entity : null;
}
