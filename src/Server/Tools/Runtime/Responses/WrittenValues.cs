using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The values of one write, and whether a thing shows them.</summary>
/// <param name="expected">What the thing is expected to show.</param>
/// <param name="body">The body that was sent; undefined when there was none.</param>
/// <param name="zones">The zones in which days are compared.</param>
internal sealed class WrittenValues(IReadOnlyList<ExpectedValue> expected, JsonElement body, DateZones zones)
{
    private static readonly string[] Empty = ["", "0", "false"];

    /// <summary>Whether the thing shows any of the values' places.</summary>
    public bool AreShownIn(JsonElement thing) =>
        expected.Any(value => Sent(value) is not null && IsShown(value, thing))
        || !expected.Any(value => Sent(value) is not null);

    /// <summary>The arguments whose values the thing shows otherwise; what it does not show at all tells nothing.</summary>
    public IReadOnlyList<string> FindIgnored(JsonElement thing) =>
        [
            .. expected
                .Where(value => IsShown(value, thing))
                .SelectMany(value => Sent(value) is { } sent ? Differences(value, sent, thing) : []),
        ];

    // Null where nothing was sent; a value that was sent as null is the empty text.
    private List<string>? Sent(ExpectedValue value)
    {
        if (value.Sent is not { } path)
        {
            return [value.Value ?? string.Empty];
        }

        List<string> sent = [.. JsonPath.Select(body, path).Select(static v => LenientValue.Text(v) ?? string.Empty)];
        return sent.Count == 0 ? null : sent;
    }

    // A member that is null on the way is shown as empty, one that is absent is not shown.
    private static bool IsShown(ExpectedValue value, JsonElement thing)
    {
        foreach (string name in value.Shown.Split('[')[0].Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (thing.ValueKind == JsonValueKind.Null)
            {
                return true;
            }

            if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(name, out thing))
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<string> Differences(ExpectedValue value, List<string> sent, JsonElement thing)
    {
        JsonElement[] shown = [.. JsonPath.Select(thing, value.Shown)];
        switch (value.Kind)
        {
            case ReadBackKind.Holds:
                return sent.Where(item => item.Length > 0 && !shown.Any(one => Means(one, item)))
                    .Select(item => $"{value.Argument} {OutputSanitizer.CleanLine(item)}");
            case ReadBackKind.Lacks:
                return sent.Where(item => shown.Any(one => Means(one, item)))
                    .Select(item => $"{value.Argument} {OutputSanitizer.CleanLine(item)}");
            default:
                JsonElement one = shown.FirstOrDefault();
                return IsSame(value.Kind, sent[0], one) || IsOtherForm(sent[0], one) ? [] : [value.Argument];
        }
    }

    private bool IsSame(ReadBackKind kind, string sent, JsonElement shown)
    {
        string text = LenientValue.Text(shown) ?? string.Empty;
        return sent.Length == 0 || (Empty.Contains(sent) && Empty.Contains(text)) ? Empty.Contains(text)
            : kind == ReadBackKind.Text ? text.Length > 0
            : kind == ReadBackKind.Date ? DateText.Format(Number(sent), zones) == DateText.Format(shown, zones)
            : Means(shown, sent);
    }

    // A thing is meant by its id as well as by its name.
    private static bool Means(JsonElement shown, string wanted)
    {
        if (shown.ValueKind == JsonValueKind.Object)
        {
            return shown.EnumerateObject().Any(member => IsScalar(member.Value) && Means(member.Value, wanted));
        }

        bool isNumber =
            LenientValue.Number(shown) is { } left && LenientValue.Number(Number(wanted)) is { } right && left == right;
        return isNumber || string.Equals(LenientValue.Text(shown), wanted, StringComparison.OrdinalIgnoreCase);
    }

    // A task that was sent by its custom id is shown by the other one, and not always by both.
    private static bool IsOtherForm(string sent, JsonElement shown) =>
        EntityText.IsCustomTaskId(sent)
        && shown.ValueKind is JsonValueKind.Object or JsonValueKind.String
        && !EntityText.IsCustomTaskId(
            LenientValue.Text(shown, "custom_id") ?? LenientValue.Text(shown) ?? string.Empty
        );

    private static bool IsScalar(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static JsonElement Number(string text) =>
        JsonElement.Parse(RawJson.Write(writer => writer.WriteStringValue(text)));
}
