using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Holds a call to the rules that are about it, as far as they do not depend on what it writes to.</summary>
internal static class CallRules
{
    /// <summary>Takes the rules of the tool that runs.</summary>
    /// <exception cref="ActionableException">One refuses it.</exception>
    public static void Enter(IReadOnlyList<CallRule> rules, WaitingCall call)
    {
        if (rules is [{ Places.Count: 0 } only])
        {
            switch (only.Effect)
            {
                case RuleEffect.Refuse:
                    throw Refused(only);
                case RuleEffect.Confirm:
                    call.Confirmation.Require();
                    break;
            }
        }
        else if (rules.Count > 0)
        {
            call.AddRules(rules);
            if (rules.Any(static rule => rule.Effect == RuleEffect.Confirm))
            {
                call.Confirmation.Consider();
            }
        }
    }

    /// <summary>A rule refuses the call, or a request of it.</summary>
    public static ActionableException Refused(CallRule rule) =>
        new(
            "The operator's policy refuses this.",
            rule.Reason is { } reason ? $"The rule says why: {reason}" : "Nothing was sent.",
            rule.Places.Count == 0
                ? "Do without it, or ask the operator; at other hours it may be allowed."
                : "Work in another place, or ask the operator."
        );
}
