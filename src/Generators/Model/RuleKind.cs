namespace ClickUpMcp.Generators.Model;

/// <summary>Rules across arguments; named after the methods of the runtime's ArgumentReader.</summary>
internal enum RuleKind
{
    ExactlyOne,
    AtLeastOne,
    AtMostOne,

    /// <summary>When the first is given, all others must be.</summary>
    Requires,

    /// <summary>Dates, each no earlier than the one before; checked when they are resolved.</summary>
    Ordered,

    /// <summary>Dates, each later than the one before.</summary>
    Increasing,

    /// <summary>Dates, none in the future.</summary>
    NotFuture,

    /// <summary>Things that are looked up, none of them the same as one of another argument; checked when they are resolved.</summary>
    Distinct,

    /// <summary>Things of one kind that may be the same; nothing is checked.</summary>
    MayBeSame,

    /// <summary>A date and a duration, which together do not end in the future.</summary>
    SpanNotFuture,
}
