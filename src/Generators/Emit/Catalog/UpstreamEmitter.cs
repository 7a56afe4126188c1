using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what the API does its own way.</summary>
internal static class UpstreamEmitter
{
    public static void Emit(SourceWriter writer, UpstreamModel upstream)
    {
        writer.Line(XmlDoc.Summary("What the API does its own way; made when a client is."));
        using (writer.Open($"public static {RuntimeNames.Api}UpstreamDialect Upstream => new()", "};"))
        {
            string key = CSharpLiterals.Strings([upstream.KeyHeader, upstream.KeyScheme, upstream.BareKeys]);
            string limit = CSharpLiterals.Strings([
                upstream.LimitHeader,
                upstream.RemainingHeader,
                upstream.ResetHeader,
            ]);
            writer.Line($"Name = {CSharpLiterals.String(upstream.Name)},");
            writer.Line($"Key = new({key}),");
            writer.Line($"Reads = [{CSharpLiterals.Strings(upstream.Reads)}],");
            writer.Line($"ErrorCodes = [{CSharpLiterals.Strings(upstream.ErrorCodes)}],");
            writer.Line($"ErrorMessages = [{CSharpLiterals.Strings(upstream.ErrorMessages)}],");
            writer.Line("RuleOf = RuleOf,");
            writer.Line($"RateLimit = new({limit}, {RuntimeNames.Api}ResetForm.{upstream.ResetForm}),");
            if (upstream.FileHosts.Count > 0)
            {
                writer.Line($"FileHosts = [{CSharpLiterals.Strings(upstream.FileHosts)}],");
            }
        }

        writer.Line();
        using (
            writer.Open(
                $"private static {RuntimeNames.Api}ApiErrorRule? RuleOf(string code, int status) => code switch",
                "};"
            )
        )
        {
            foreach (ErrorRuleModel rule in upstream.ErrorRules)
            {
                writer.Line($"{Pattern(rule)} => {Value(rule)},");
            }

            writer.Line("_ => null,");
        }

        writer.Line();
    }

    private static string Pattern(ErrorRuleModel rule)
    {
        string codes = string.Join(" or ", rule.Codes.Select(CSharpLiterals.String));
        return rule.Status == 0 ? codes : $"{codes} when status == {CSharpLiterals.Integer(rule.Status)}";
    }

    private static string Value(ErrorRuleModel rule)
    {
        string why = rule.Why is null ? "null" : CSharpLiterals.String(rule.Why);
        return $"new({RuntimeNames.Api}ApiErrorKind.{rule.Kind}, {CSharpLiterals.String(rule.What)}, {why}, {CSharpLiterals.String(rule.Next)}, {CSharpLiterals.Boolean(rule.Quote)})";
    }
}
