using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the rules over dates, which can only be checked when it is known what the dates mean.</summary>
internal static class DateRuleEmitter
{
    public static void Emit(SourceWriter writer, ToolModel tool)
    {
        string[] rules =
        [
            .. tool
                .Rules.Where(static r => RuleModel.IsOverDates(r.Kind))
                .Select(static r =>
                    r.Kind == RuleKind.SpanNotFuture
                        ? $"new({RuntimeNames.DateRule}Kind.{nameof(RuleKind.NotFuture)}, {CSharpLiterals.String(SpanName(r))})"
                        : $"new({RuntimeNames.DateRule}Kind.{r.Kind}, {CSharpLiterals.Strings(r.Arguments)})"
                ),
        ];
        if (rules.Length > 0)
        {
            writer.Line($"protected override {RuntimeNames.DateRule}[] DateRules => [{string.Join(", ", rules)}];");
            writer.Line();
        }

        if (tool.Rules.Any(static r => r.Kind == RuleKind.SpanNotFuture))
        {
            EmitSpans(writer, tool);
        }
    }

    private static void EmitSpans(SourceWriter writer, ToolModel tool)
    {
        string record = ArgumentNames.Arguments(tool.Name);
        using (
            writer.Open(
                $"protected override void AddSpans({RuntimeNames.Tools}{record} arguments, {RuntimeNames.ToolCallContext} context)"
            )
        )
        {
            foreach (RuleModel rule in tool.Rules.Where(static r => r.Kind == RuleKind.SpanNotFuture))
            {
                ArgumentModel duration = tool.Arguments.First(a => a.Name == rule.Arguments[1]);
                writer.Line(
                    $"context.AddSpan({CSharpLiterals.String(SpanName(rule))}, {CSharpLiterals.String(rule.Arguments[0])}, arguments.{ArgumentNames.Property(record, duration)});"
                );
            }
        }

        writer.Line();
    }

    private static string SpanName(RuleModel rule) => string.Join(" + ", rule.Arguments);
}
