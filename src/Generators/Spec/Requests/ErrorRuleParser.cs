using ClickUpMcp.Api;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads what the API's error codes mean.</summary>
internal sealed class ErrorRuleParser(DiagnosticBag bag)
{
    private const int LowestStatus = 300;
    private const int HighestStatus = 599;

    private readonly HashSet<(string Code, int Status)> _known = [];

    public EquatableArray<ErrorRuleModel> Parse(SpecObject errors) =>
        errors.Items("rules").Select(Parse).OfType<ErrorRuleModel>().ToEquatableArray();

    private ErrorRuleModel? Parse(JsonValue value)
    {
        if (SpecObject.Open(value, KnownKeys.ErrorRule, bag) is not { } spec)
        {
            return null;
        }

        int status = spec.Integer("status", LowestStatus, HighestStatus) ?? 0;
        IReadOnlyList<JsonValue> codes = spec.Required("codes") is null ? [] : spec.Texts("codes");
        foreach (JsonValue code in codes)
        {
            // A rule for any status hides all that come after it.
            if (_known.Contains((code.Text, 0)) || !_known.Add((code.Text, status)))
            {
                bag.Report(Descriptors.DuplicateErrorCode, code, code.Text);
            }
        }

        ApiErrorKind? kind = spec.Required("kind") is null
            ? null
            : spec.Word<ApiErrorKind>("kind", WordSets.ErrorKinds);
        string? what = spec.RequiredText("what")?.Text;
        string? next = spec.RequiredText("next")?.Text;
        return kind is { } known && what is not null && next is not null && codes.Count > 0
            ? new ErrorRuleModel(
                codes.Select(c => c.Text).ToEquatableArray(),
                status,
                known,
                what,
                spec.Text("why")?.Text,
                next,
                spec.Flag("quote") ?? true
            )
            : null;
    }
}
