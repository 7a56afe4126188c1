using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Policy;

/// <summary>The rules of a policy file. The first that fits decides; where none does, nothing is narrowed.</summary>
/// <param name="rules">The rules, in order.</param>
/// <param name="catalog">The tools.</param>
/// <param name="examples">How many examples the file has.</param>
internal sealed class PolicyRules(IReadOnlyList<PolicyRule> rules, CatalogView catalog, int examples = 0)
{
    /// <summary>How many rules there are.</summary>
    public int Count => rules.Count;

    /// <summary>How many examples were tried.</summary>
    public int Examples => examples;

    /// <summary>Whether some rule wants a person to confirm something.</summary>
    public bool Confirm { get; } = rules.Any(static rule => rule.Then.Effect == RuleEffect.Confirm);

    /// <summary>Whether a tool is refused to somebody wherever and whenever it is called.</summary>
    public bool Refuse(string who, int tool)
    {
        PolicyRule? first = rules.FirstOrDefault(rule => IsAbout(rule, who, tool));
        return first is { IsFixed: true, Then.Effect: RuleEffect.Refuse };
    }

    /// <summary>What holds for a call: rules of places, and after them the first that holds everywhere.</summary>
    /// <param name="who">Who calls.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="now">When.</param>
    public IReadOnlyList<CallRule> Of(string who, int tool, DateTimeOffset now)
    {
        List<CallRule> found = [];
        foreach (PolicyRule rule in rules.Where(rule => IsAbout(rule, who, tool)))
        {
            if (rule.Hours is { } hours && !hours.Include(now))
            {
                continue;
            }

            found.Add(rule.Then);
            if (rule.Then.Places.Count == 0)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Whether it depends on when a call is made which rule is the first that fits.</summary>
    /// <param name="who">Who calls.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="isThere">Whether the call writes where a rule is about.</param>
    public bool DependOnTime(string who, int tool, Func<CallRule, bool> isThere) =>
        rules.FirstOrDefault(rule => IsAbout(rule, who, tool) && isThere(rule.Then))?.Hours is not null;

    // What only reads writes nowhere, so no rule of places is about it.
    private bool IsAbout(PolicyRule rule, string who, int tool) =>
        rule.IsAbout(who, tool, catalog.Scope(tool))
        && (rule.Then.Places.Count == 0 || !catalog.Traits(tool).HasFlag(ToolTraits.ReadOnly));
}
