using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Hosting;

/// <summary>Tries the examples of a policy file on its rules.</summary>
/// <param name="rules">The rules.</param>
/// <param name="catalog">The tools.</param>
/// <param name="problem">Takes what came out otherwise.</param>
internal sealed class PolicyExamples(PolicyRules rules, CatalogView catalog, Action<LineAndColumn, string> problem)
{
    public void Try(PolicyExample example)
    {
        string who = example.Who!;
        if (example.At is null && rules.DependOnTime(who, example.Tool, IsThere))
        {
            problem(example.Written, "it depends on the time: say \"at\", as \"2026-11-30T10:00:00+01:00\"");
            return;
        }

        IReadOnlyList<CallRule> found = rules.Of(who, example.Tool, example.At ?? DateTimeOffset.UnixEpoch);
        RuleEffect came = found.FirstOrDefault(IsThere)?.Effect ?? RuleEffect.Allow;
        if (came != example.Then)
        {
            problem(
                example.Written,
                $"{who} calling {catalog.Name(example.Tool)} comes to \"{Word(came)}\", not \"{Word(example.Then!.Value)}\""
            );
        }

        bool IsThere(CallRule rule) => rule.Places.Count == 0 || rule.Places.Any(place => IsIn(example, place));
    }

    private static bool IsIn(PolicyExample example, WritePlace place) =>
        example.Places.Any(one =>
            one.Noun == place.Noun && one.Text.Equals(place.Text, StringComparison.OrdinalIgnoreCase)
        );

    private static string Word(RuleEffect effect) =>
        effect switch
        {
            RuleEffect.Allow => "allow",
            RuleEffect.Confirm => "confirm",
            _ => "refuse",
        };
}
