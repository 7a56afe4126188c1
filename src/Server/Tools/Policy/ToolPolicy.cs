using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Policy;

/// <summary>Which tools exist for a principal, and which of them are listed, as one bit per tool of the catalogue.</summary>
/// <remarks>Every rule only narrows: personas, then the enabled ones, then the denials, which therefore always win.</remarks>
internal sealed class ToolPolicy : IToolSelection
{
    // Of Unavailability each; an array of that type would show in the memory of every start.
    private readonly byte[] _refusals;
    private readonly ulong[] _allowed;
    private readonly ulong[] _listed;
    private readonly bool _choosesList;

    private ToolPolicy(byte[] refusals, ulong[] allowed, ulong[] listed, bool choosesList)
    {
        _refusals = refusals;
        _allowed = allowed;
        _listed = listed;
        _choosesList = choosesList;
    }

    /// <summary>Applies the options.</summary>
    /// <exception cref="ActionableException">Some name in the options is unknown: all of them are listed, with suggestions.</exception>
    public static ToolPolicy Create(ToolPolicyOptions options, CatalogView catalog)
    {
        bool hasAllowlist = PolicyNames.Says(options.EnabledTools) || PolicyNames.Says(options.EnabledCategories);
        bool choosesList = hasAllowlist || PolicyNames.Says(options.Personas);
        string? wanted =
            choosesList ? options.Personas
            : catalog.DefaultPersona.Length > 0 ? catalog.DefaultPersona
            : null;

        PolicyNames names = new(catalog);
        ulong[] enabledTools = names.Tools("ENABLED_TOOLS", options.EnabledTools);
        ulong[] enabledCategories = names.Categories("ENABLED_CATEGORIES", options.EnabledCategories);
        ulong[] disabledTools = names.Tools("DISABLED_TOOLS", options.DisabledTools);
        ulong[] disabledCategories = names.Categories("DISABLED_CATEGORIES", options.DisabledCategories);
        (ulong[] listedByPersona, ulong[] reachedByPersona) = names.Personas("CLICKUP_MCP_PERSONA", wanted);
        names.ThrowIfAnyUnknown();

        bool hasPersona = PolicyNames.Says(wanted);
        ulong[] allowed = new ulong[(catalog.Count + 63) / 64];
        ulong[] listed = new ulong[allowed.Length];
        byte[] refusals = new byte[catalog.Count];
        for (int index = 0; index < catalog.Count; index++)
        {
            bool isChosen =
                (!hasAllowlist || Has(enabledTools, index) || Has(enabledCategories, index))
                && (!hasPersona || Has(reachedByPersona, index));
            Unavailability refusal =
                Has(disabledTools, index) || Has(disabledCategories, index) ? Unavailability.Disabled
                : !isChosen ? Unavailability.NotChosen
                : options.ReadOnly && !catalog.Traits(index).HasFlag(ToolTraits.ReadOnly) ? Unavailability.ReadOnly
                : !options.Scopes.Allows(catalog.Scope(index)) ? Unavailability.Scope
                : Unavailability.None;
            refusals[index] = (byte)refusal;
            if (refusal != Unavailability.None)
            {
                continue;
            }

            Set(allowed, index);
            // Who enables a tool by name wants to see it, whatever a persona would show.
            if (!hasPersona || hasAllowlist || Has(listedByPersona, index))
            {
                Set(listed, index);
            }
        }

        bool onlyReads = options.ReadOnly || (options.Scopes & ~ToolScopes.Read) == ToolScopes.None;
        return new ToolPolicy(refusals, allowed, listed, choosesList)
        {
            OnlyReads = onlyReads,
            Confirmation = options.Confirmation,
            Lockdown = options.Lockdown,
        };
    }

    public bool OnlyReads { get; private init; }

    public ConfirmationRule Confirmation { get; private init; }

    public LockdownMode Lockdown { get; private init; }

    /// <summary>Whether the tool exists for the principal.</summary>
    public bool Allows(int index) => Has(_allowed, index);

    public Unavailability WhyNot(int index) => (Unavailability)_refusals[index];

    /// <summary>Whether the tool is in the principal's <c>tools/list</c>; only allowed ones are.</summary>
    public bool Lists(int index) => Has(_listed, index);

    /// <summary>What both policies allow: a client may narrow what its operator allows, never widen it.</summary>
    /// <param name="client">What the client asked for; if it chose tools, they are what is listed.</param>
    public ToolPolicy And(ToolPolicy client) =>
        new(
            [.. _refusals.Zip(client._refusals, static (own, asked) => own == (byte)Unavailability.None ? asked : own)],
            Both(_allowed, client._allowed),
            client._choosesList ? Both(_allowed, client._listed) : Both(_listed, client._allowed),
            _choosesList || client._choosesList
        )
        {
            OnlyReads = OnlyReads || client.OnlyReads,
            Confirmation = Confirmation | client.Confirmation,
            Lockdown = Lockdown > client.Lockdown ? Lockdown : client.Lockdown,
        };

    private static ulong[] Both(ulong[] one, ulong[] other) => [.. one.Zip(other, static (a, b) => a & b)];

    private static void Set(ulong[] bits, int index) => bits[index / 64] |= 1UL << (index % 64);

    private static bool Has(ulong[] bits, int index) => (bits[index / 64] >> (index % 64) & 1) != 0;
}
