using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Policy;

/// <summary>Which tools exist for a principal, as one bit per tool of the catalogue.</summary>
/// <remarks>Every rule only narrows: personas, then the enabled ones, then the denials, which therefore always win.</remarks>
internal sealed class ToolPolicy
{
    private readonly ulong[] _allowed;

    private ToolPolicy(ulong[] allowed)
    {
        _allowed = allowed;
    }

    /// <summary>Applies the options.</summary>
    /// <exception cref="ActionableException">Some name in the options is unknown: all of them are listed, with suggestions.</exception>
    public static ToolPolicy Create(ToolPolicyOptions options, CatalogView catalog)
    {
        PolicyNames names = new(catalog);
        ulong[] enabledTools = names.Tools("ENABLED_TOOLS", options.EnabledTools);
        ulong[] enabledCategories = names.Categories("ENABLED_CATEGORIES", options.EnabledCategories);
        ulong[] disabledTools = names.Tools("DISABLED_TOOLS", options.DisabledTools);
        ulong[] disabledCategories = names.Categories("DISABLED_CATEGORIES", options.DisabledCategories);
        ulong[] personas = names.Personas("CLICKUP_MCP_PERSONA", options.Personas);
        names.ThrowIfAnyUnknown();

        bool hasAllowlist = PolicyNames.Says(options.EnabledTools) || PolicyNames.Says(options.EnabledCategories);
        bool hasPersona = PolicyNames.Says(options.Personas);
        ulong[] allowed = new ulong[(catalog.Count + 63) / 64];
        for (int index = 0; index < catalog.Count; index++)
        {
            bool isEnabled = !hasAllowlist || Has(enabledTools, index) || Has(enabledCategories, index);
            bool isDenied =
                Has(disabledTools, index)
                || Has(disabledCategories, index)
                || (hasPersona && !Has(personas, index))
                || (options.ReadOnly && !catalog.Traits(index).HasFlag(ToolTraits.ReadOnly))
                || catalog.Scope(index) > options.MaximumScope;
            if (isEnabled && !isDenied)
            {
                allowed[index / 64] |= 1UL << (index % 64);
            }
        }

        return new ToolPolicy(allowed);
    }

    /// <summary>Whether the tool exists for the principal.</summary>
    public bool Allows(int index) => Has(_allowed, index);

    /// <summary>What both policies allow: a client may narrow what its operator allows, never widen it.</summary>
    public ToolPolicy And(ToolPolicy other) => new([.. _allowed.Zip(other._allowed, static (a, b) => a & b)]);

    private static bool Has(ulong[] bits, int index) => (bits[index / 64] >> (index % 64) & 1) != 0;
}
