namespace ClickUpMcp.Tools.Runtime;

/// <summary>A rule over date arguments, checked when they are resolved.</summary>
/// <param name="Kind">What must hold.</param>
/// <param name="Arguments">The arguments in their order; those not given are passed over.</param>
internal sealed record DateRule(DateRuleKind Kind, params string[] Arguments);
