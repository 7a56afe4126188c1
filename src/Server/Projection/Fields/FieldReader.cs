using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Reads one field of a shape out of a raw item.</summary>
internal static class FieldReader
{
    private const long MillisecondsPerMinute = 60_000;
    private const long MostMinutes = long.MaxValue / MillisecondsPerMinute;

    /// <summary>The value; null when there is nothing to show.</summary>
    public static FieldValue? Read(JsonElement item, ShapeField field, FieldContext context)
    {
        if (field.Label.Length > 0)
        {
            return FieldValue.Of(Labelled(item, field, context), FieldForm.List);
        }

        List<JsonElement> found = JsonPath.Select(item, field.From);
        if (field.Kind == FieldKind.Strings)
        {
            return FieldValue.Of(found.SelectMany(LenientValue.Texts), FieldForm.List);
        }

        return found.Count switch
        {
            0 => null,
            1 => ReadOne(found[0], field, context),
            _ => FieldValue.Of(
                found.Select(value => ReadOne(value, field, context)?.Line).OfType<string>(),
                FieldForm.List
            ),
        };
    }

    private static FieldValue? ReadOne(JsonElement value, ShapeField field, FieldContext context) =>
        field.Kind switch
        {
            FieldKind.Number => LenientValue.Number(value) is { } number
                ? FieldValue.Of(number.ToString(CultureInfo.InvariantCulture), FieldForm.Literal)
                : FieldValue.Of(LenientValue.Text(value)),
            FieldKind.Boolean => LenientValue.Boolean(value) is { } boolean
                ? FieldValue.Of(boolean ? "true" : "false", FieldForm.Literal)
                : FieldValue.Of(LenientValue.Text(value)),
            FieldKind.Date => FieldValue.Of(DateText.Format(value, context.Zones)),
            FieldKind.Duration => FieldValue.Of(Duration(value)),
            FieldKind.Minutes => FieldValue.Of(Minutes(value)),
            FieldKind.Member => FieldValue.Of(
                LenientValue.Text(value) is { } id ? context.Members.GetValueOrDefault(id, id) : null
            ),
            FieldKind.Text => FieldValue.Of(
                Cut(LenientValue.LongText(value)?.Trim(), field.MaxLength),
                FieldForm.Block
            ),
            FieldKind.Blocks => FieldValue.Of(Cut(BlockReader.Read(value), field.MaxLength), FieldForm.Block),
            FieldKind.Count => value.ValueKind == JsonValueKind.Array
                ? FieldValue.Of(value.GetArrayLength().ToString(CultureInfo.InvariantCulture), FieldForm.Literal)
                : FieldValue.Of(LenientValue.Text(value)),
            FieldKind.CustomFields => FieldValue.Of(CustomFieldReader.ReadAll(value, context.Zones), FieldForm.Lines),
            FieldKind.Checklists => FieldValue.Of(ChecklistReader.Read(value), FieldForm.Lines),
            FieldKind.Folder => FieldValue.Of(FolderName(value)),
            FieldKind.FieldOptions => FieldValue.Of(FieldOptionReader.Names(value), FieldForm.List),
            _ => FieldValue.Of(LenientValue.Text(value)),
        };

    // The path is divided behind its first mapping: what it maps over has the label, what follows is the value.
    private static IEnumerable<string> Labelled(JsonElement item, ShapeField field, FieldContext context)
    {
        int end = field.From.AsSpan().IndexOfAny('[', '{') + JsonPath.Members.Length;
        ShapeField rest = field with { From = field.From[end..].TrimStart('.'), Label = "" };
        foreach (JsonElement part in JsonPath.Select(item, field.From[..end]))
        {
            string?[] texts = [LenientValue.Text(part, field.Label), Read(part, rest, context)?.Line];
            yield return string.Join(' ', texts.OfType<string>());
        }
    }

    private static string? FolderName(JsonElement folder) =>
        JsonPath.TryFind(folder, "hidden", out JsonElement hidden) && LenientValue.Boolean(hidden) == true ? null
        : JsonPath.TryFind(folder, "name", out JsonElement name) ? LenientValue.Text(name)
        : null;

    // Zero is how "none" is written for estimates and time spent.
    private static string? Duration(JsonElement value) =>
        LenientValue.Number(value) switch
        {
            null => LenientValue.Text(value),
            0 => null,
            < long.MinValue or > long.MaxValue => null,
            { } milliseconds => DurationText.Format((long)milliseconds),
        };

    private static string? Minutes(JsonElement value) =>
        LenientValue.Number(value) is { } minutes and > -MostMinutes and < MostMinutes
            ? DurationText.Format((long)(minutes * MillisecondsPerMinute))
            : LenientValue.Text(value);

    private static string? Cut(string? text, int maximumLength)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (maximumLength <= 0 || text.Length <= maximumLength)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[maximumLength - 1]) ? maximumLength - 1 : maximumLength;
        return $"{text[..end]}… [{text.Length - end} more characters; detail_level=full shows all]";
    }
}
