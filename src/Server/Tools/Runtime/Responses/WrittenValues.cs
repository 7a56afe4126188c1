using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The values of one write, and whether a thing shows them.</summary>
/// <param name="body">The body that was sent; undefined when there was none.</param>
/// <param name="response">The thing in the response to the write.</param>
/// <param name="zones">The zones in which days are compared.</param>
internal sealed class WrittenValues(JsonElement body, JsonElement response, DateZones zones)
{
    private static readonly string[] NameMembers = ["name", "username", "email", "status", "priority", "id"];
    private static readonly string[] Empty = ["", "0", "false"];

    /// <summary>Whether the request had the value: what was not given is not expected.</summary>
    public bool IsSent(ExpectedValue value) => Sent(value) is not null;

    /// <summary>Whether the thing shows the value's place; what it does not show at all tells nothing.</summary>
    public bool IsShown(ExpectedValue value, JsonElement thing) => Find(value, thing).IsShown;

    /// <summary>What the thing shows otherwise, as the caller knows it.</summary>
    public IEnumerable<string> Differences(ExpectedValue value, JsonElement thing)
    {
        IReadOnlyList<JsonElement> shown = Find(value, thing).Values;
        List<string> sent = Sent(value) ?? [];
        switch (value.Kind)
        {
            case ReadBackKind.Holds:
                return sent.Where(item => item.Length > 0 && !shown.Any(one => Means(one, item)))
                    .Select(item => $"{value.Argument} {OutputSanitizer.CleanLine(item)}");
            case ReadBackKind.Only:
                return sent.Where(item => item.Length > 0 && !shown.Any(one => Means(one, item)))
                    .Select(item => $"{value.Argument} {OutputSanitizer.CleanLine(item)}")
                    .Concat(Extras(value, sent, shown));
            case ReadBackKind.Lacks:
                return sent.Where(item => shown.Any(one => Means(one, item)))
                    .Select(item => $"{value.Argument} {OutputSanitizer.CleanLine(item)}");
            case ReadBackKind.Empty:
                return shown.All(IsNothing) ? [] : [value.Argument];
            case ReadBackKind.Some or ReadBackKind.Whole:
                return FormDifferences(value, shown);
            default:
                IEnumerable<JsonElement> places = shown.Count > 0 ? shown : [default];
                return places.Any(one => IsSame(value, sent[0], one) || IsOtherForm(sent[0], one))
                    ? []
                    : [value.Argument];
        }
    }

    /// <summary>What a thing shows of a value now, as people read it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="thing">The thing.</param>
    /// <param name="names">Names by id.</param>
    public string Before(ExpectedValue value, JsonElement thing, IReadOnlyDictionary<string, string> names)
    {
        JsonElement[] shown = [.. Find(value, thing).Values.Where(static one => !IsNothing(one))];
        return shown.Any(static one => one.ValueKind == JsonValueKind.Object && FirstName(one) is null)
            ? $"{shown.Length} of them"
            : Listed(shown.Select(one => Worded(value, one, names)));
    }

    /// <summary>What is written for a value, as people read it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="names">Names by id.</param>
    public string After(ExpectedValue value, IReadOnlyDictionary<string, string> names) =>
        Listed(
            (Sent(value) ?? []).Where(static one => one.Length > 0).Select(one => Worded(value, Number(one), names))
        );

    /// <summary>Whether a text says of a value no more than the body does.</summary>
    public bool IsPlain(ExpectedValue value, string text) =>
        value.Kind is ReadBackKind.Text or ReadBackKind.Some or ReadBackKind.Whole
        || string.Join(", ", Sent(value) ?? []) == text;

    private string Worded(ExpectedValue value, JsonElement one, IReadOnlyDictionary<string, string> names) =>
        value.Kind switch
        {
            ReadBackKind.Date => DateText.Format(one, zones),
            ReadBackKind.Duration when LenientValue.Number(one) is { } length => DurationText.Format((long)length),
            _ when IsScalar(one) && LenientValue.Text(one) is { } text => WordFor(value, text)
                ?? names.GetValueOrDefault(text),
            _ => null,
        } ?? NameOf(one);

    private static string Listed(IEnumerable<string> values) =>
        string.Join(", ", values) is { Length: > 0 } text ? text : "nothing";

    // What is there beside a list that was to be the whole one.
    private static IEnumerable<string> Extras(
        ExpectedValue value,
        List<string> sent,
        IReadOnlyList<JsonElement> shown
    ) =>
        shown
            .Where(one => !IsNothing(one) && !sent.Any(item => Means(one, item)))
            .Select(one => $"{value.Argument} as the whole list ({NameOf(one)} is there as well)");

    private static string? FirstName(JsonElement shown) =>
        NameMembers
            .Select(member => LenientValue.Text(shown, member))
            .FirstOrDefault(static name => name is { Length: > 0 });

    private static string NameOf(JsonElement shown) => FirstName(shown) ?? LenientValue.Text(shown) ?? "another item";

    private IEnumerable<string> FormDifferences(ExpectedValue value, IReadOnlyList<JsonElement> shown)
    {
        JsonElement json = SentJson(value);
        int wanted = value.Sent is null ? 1 : Count(json);
        int there = shown.Sum(Count);
        if (wanted > there || !FieldLikeness.IsShown(json, shown, Means))
        {
            return [value.Argument];
        }

        int left = there - shown.Count(static one => LenientValue.Text(one) == "0");
        return value.Kind == ReadBackKind.Whole && wanted < left
            ? [$"{value.Argument} as the whole list ({there} are there, {wanted} were sent)"]
            : [];
    }

    private ShownPlace Find(ExpectedValue value, JsonElement thing)
    {
        string? item = value.ItemFrom is { } path
            ? JsonPath.Select(response, path).Select(LenientValue.Text).FirstOrDefault()
            : value.Item;
        if (value.ItemFrom is not null && item is null)
        {
            return new ShownPlace(false, []);
        }

        ShownPlace place = ShownPlace.Find(thing, value.Shown, item);
        // A thing that is there may leave out what is empty.
        bool isEmptied = value.Kind == ReadBackKind.Empty || Sent(value) is [""];
        return isEmptied && LenientValue.Text(thing, "id") is not null ? place with { IsShown = true } : place;
    }

    private JsonElement SentJson(ExpectedValue value) =>
        value.Sent is { } path ? JsonPath.Select(body, path).FirstOrDefault() : default;

    // Null where nothing was sent; a value that was sent as null is the empty text.
    private List<string>? Sent(ExpectedValue value)
    {
        if (value.Sent is not { } path)
        {
            return [value.Value ?? string.Empty];
        }

        List<string> sent = [.. JsonPath.Select(body, path).Select(TextOf)];
        return sent.Count > 0 || (value.Kind == ReadBackKind.Only && IsEmptyList(path)) ? sent : null;
    }

    private bool IsEmptyList(string path) =>
        JsonPath.TryFind(body, path.Split('[')[0], out JsonElement list) && list.ValueKind == JsonValueKind.Array;

    // A comment is sent in blocks, each with its text.
    private static string TextOf(JsonElement sent) =>
        sent.ValueKind == JsonValueKind.Array
            ? string.Join(
                ' ',
                sent.EnumerateArray()
                    .Select(static block =>
                        block.Text("text")
                        ?? (
                            block.ValueKind == JsonValueKind.Object
                                ? TextLikeness.Object.ToString()
                                : LenientValue.Text(block)
                        )
                    )
            )
            : LenientValue.LongText(sent) ?? string.Empty;

    private bool IsSame(ExpectedValue value, string sent, JsonElement shown)
    {
        string text = LenientValue.LongText(shown) ?? string.Empty;
        return sent.Length == 0 || (Empty.Contains(sent) && Empty.Contains(text)) ? Empty.Contains(text)
            : value.Kind == ReadBackKind.Text ? TextLikeness.IsLike(text, sent)
            : value.Kind == ReadBackKind.Date ? DateText.Format(Number(sent), zones) == DateText.Format(shown, zones)
            : Means(shown, sent) || (WordFor(value, sent) is { } word && Means(shown, word));
    }

    private static string? WordFor(ExpectedValue value, string sent) =>
        value
            .Words?.Split('|')
            .Where(pair => pair.StartsWith($"{sent}=", StringComparison.Ordinal))
            .Select(pair => pair[(sent.Length + 1)..])
            .FirstOrDefault();

    // A thing is meant by its id as well as by its name.
    private static bool Means(JsonElement shown, string wanted)
    {
        if (shown.ValueKind == JsonValueKind.Object)
        {
            return shown.EnumerateObject().Any(member => IsScalar(member.Value) && Means(member.Value, wanted));
        }

        bool isNumber =
            LenientValue.Number(shown) is { } left && LenientValue.Number(Number(wanted)) is { } right && left == right;
        return isNumber
            || string.Equals(
                LenientValue.Text(shown),
                OutputSanitizer.CleanLine(wanted),
                StringComparison.OrdinalIgnoreCase
            );
    }

    // A task that was sent by its custom id is shown by the other one, and not always by both.
    private static bool IsOtherForm(string sent, JsonElement shown) =>
        EntityText.IsCustomTaskId(sent)
        && shown.ValueKind is JsonValueKind.Object or JsonValueKind.String
        && !EntityText.IsCustomTaskId(
            LenientValue.Text(shown, "custom_id") ?? LenientValue.Text(shown) ?? string.Empty
        );

    private static int Count(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.GetArrayLength()
        : IsNothing(value) ? 0
        : 1;

    private static bool IsNothing(JsonElement value) =>
        ResponseReader.IsEmpty(value) || LenientValue.Text(value) is null or "false";

    private static bool IsScalar(JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static JsonElement Number(string text) =>
        JsonElement.Parse(RawJson.Write(writer => writer.WriteStringValue(text)));
}
