namespace ClickUpMcp.Generators.Model;

/// <summary>Rules across arguments; named after the methods of the runtime's ArgumentReader.</summary>
internal enum RuleKind
{
    ExactlyOne,
    AtLeastOne,
    AtMostOne,

    /// <summary>When the first is given, all others must be.</summary>
    Requires,
}
