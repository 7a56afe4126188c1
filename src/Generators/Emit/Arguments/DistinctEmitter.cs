using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the check that things which must differ do, once they are looked up.</summary>
internal static class DistinctEmitter
{
    public static void Emit(SourceWriter writer, ToolModel tool, string record, string instance)
    {
        foreach (RuleModel rule in tool.Rules.Where(static r => r.Kind == RuleKind.Distinct))
        {
            IEnumerable<string> things = rule.Arguments.Select(name =>
            {
                ArgumentModel argument = tool.Arguments.First(a => a.Name == name);
                string value =
                    argument.Type.Kind == TypeKind.String
                        ? instance + ArgumentNames.Property(record, argument)
                        : ArgumentNames.Local(name);
                return $"new({CSharpLiterals.String(name)}, {value})";
            });
            writer.Line($"await context.HoldApartAsync([{string.Join(", ", things)}], cancellationToken);");
        }
    }
}
