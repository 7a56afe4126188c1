using ClickUpMcp.Tests.Catalogue;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Policy;

/// <summary>A policy, and the tools that it must leave.</summary>
internal sealed record PolicyCase(string Title, ToolPolicyOptions Options, Func<PolicyTool, bool> Allows)
{
    private static readonly string[] Categories =
    [
        .. SpecFiles.Members(SpecFiles.Root, "categories").Select(static category => category.Name),
    ];

    /// <summary>Policies of each kind, of kinds together, and some of everything at once.</summary>
    public static IReadOnlyList<PolicyCase> All { get; } = [.. Alone(), .. Together(), .. Mixed(new Random(1211), 24)];

    private static IEnumerable<PolicyCase> Alone()
    {
        yield return new("nothing", new(), static _ => true);
        yield return new("read-only", new() { ReadOnly = true }, static tool => tool.IsReadOnly);
        foreach (ToolScope scope in Enum.GetValues<ToolScope>())
        {
            yield return new($"scope {scope}", new() { Scopes = ToolScopeSet.Of(scope) }, tool => tool.Scope == scope);
        }

        foreach (string persona in SpecPersona.Names)
        {
            yield return new(
                $"persona {persona}",
                new() { Personas = persona },
                tool => SpecPersona.Allows(persona, tool)
            );
        }

        foreach (string category in Categories)
        {
            yield return new(
                $"only {category}",
                new() { EnabledCategories = category },
                tool => tool.Category == category
            );
            yield return new(
                $"no {category}",
                new() { DisabledCategories = category },
                tool => tool.Category != category
            );
        }
    }

    private static IEnumerable<PolicyCase> Together()
    {
        foreach (string persona in SpecPersona.Names)
        {
            yield return new(
                $"read-only persona {persona}",
                new() { Personas = persona, ReadOnly = true },
                tool => tool.IsReadOnly && SpecPersona.Allows(persona, tool)
            );
        }

        foreach (string category in Categories)
        {
            // The runners stay, so that what they run is put to the test.
            yield return new(
                $"read-only of {category}",
                new() { EnabledCategories = $"{category},{PolicyTool.Discovery}", ReadOnly = true },
                tool => tool.IsReadOnly && (tool.Category == category || tool.Category == PolicyTool.Discovery)
            );
        }
    }

    private static IEnumerable<PolicyCase> Mixed(Random random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            HashSet<string> enabled = Some(random, [.. PolicyTool.All.Select(static tool => tool.Name)]);
            HashSet<string> disabled = Some(random, [.. PolicyTool.All.Select(static tool => tool.Name)]);
            HashSet<string> enabledCategories = Some(random, Categories);
            HashSet<string> disabledCategories = Some(random, Categories);
            HashSet<string> personas = Some(random, [.. SpecPersona.Names]);
            ToolScopes scopes = (ToolScopes)random.Next(16);
            bool isReadOnly = random.Next(3) == 0;
            yield return new(
                $"mixed {i}",
                new()
                {
                    EnabledTools = List(enabled),
                    DisabledTools = List(disabled),
                    EnabledCategories = List(enabledCategories),
                    DisabledCategories = List(disabledCategories),
                    Personas = List(personas),
                    Scopes = scopes,
                    ReadOnly = isReadOnly,
                },
                tool =>
                    (
                        enabled.Count + enabledCategories.Count == 0
                        || enabled.Contains(tool.Name)
                        || enabledCategories.Contains(tool.Category)
                    )
                    && !disabled.Contains(tool.Name)
                    && !disabledCategories.Contains(tool.Category)
                    && (personas.Count == 0 || personas.Any(persona => SpecPersona.Allows(persona, tool)))
                    && ((int)scopes >> (int)tool.Scope & 1) != 0
                    && (tool.IsReadOnly || !isReadOnly)
            );
        }
    }

    /// <summary>None of the names, a few or many of them.</summary>
    private static HashSet<string> Some(Random random, string[] names)
    {
        int share = random.Next(4);
        return [.. names.Where(_ => random.Next(4) < share)];
    }

    private static string? List(HashSet<string> names) => names.Count == 0 ? null : string.Join(',', names);
}
