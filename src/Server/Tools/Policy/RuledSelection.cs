using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Policy;

/// <summary>What a policy of tools leaves, narrowed for one principal by rules that may change while it is used.</summary>
/// <param name="inner">The policy of tools.</param>
/// <param name="who">The principal.</param>
/// <param name="rules">Gives the rules that are in force.</param>
/// <param name="time">The clock.</param>
internal sealed class RuledSelection(IToolSelection inner, string who, Func<PolicyRules> rules, TimeProvider time)
    : IToolSelection
{
    public bool OnlyReads => inner.OnlyReads;

    public ConfirmationRule Confirmation => inner.Confirmation;

    public LockdownMode Lockdown => inner.Lockdown;

    public object? Version => rules();

    public bool MayConfirm => rules().Confirm;

    public bool Allows(int index) => inner.Allows(index) && !rules().Refuse(who, index);

    public bool Lists(int index) => inner.Lists(index) && !rules().Refuse(who, index);

    public Unavailability WhyNot(int index) =>
        inner.WhyNot(index) is not Unavailability.None and var reason ? reason
        : rules().Refuse(who, index) ? Unavailability.Policy
        : Unavailability.None;

    public IReadOnlyList<CallRule> RulesOf(int index) => rules().Of(who, index, time.GetUtcNow());
}
