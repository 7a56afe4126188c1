namespace ClickUpMcp.Generators.Model;

/// <summary>One rule across arguments.</summary>
internal sealed record RuleModel(RuleKind Kind, EquatableArray<string> Arguments)
{
    /// <summary>Whether rules of this kind are over dates, and so checked when it is known what the dates mean.</summary>
    public static bool IsOverDates(RuleKind kind) =>
        kind is RuleKind.Ordered or RuleKind.Increasing or RuleKind.NotFuture or RuleKind.SpanNotFuture;

    /// <summary>Whether rules of this kind are over what is looked up.</summary>
    public static bool IsOverThings(RuleKind kind) => kind is RuleKind.Distinct or RuleKind.MayBeSame;
}
