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
                    $"new({RuntimeNames.DateRule}Kind.{r.Kind}, {CSharpLiterals.Strings(r.Arguments)})"
                ),
        ];
        if (rules.Length > 0)
        {
            writer.Line($"protected override {RuntimeNames.DateRule}[] DateRules => [{string.Join(", ", rules)}];");
            writer.Line();
        }
    }
}
