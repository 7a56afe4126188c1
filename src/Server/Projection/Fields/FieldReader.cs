using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Projection;

/// <summary>Reads one field of a shape out of a raw item.</summary>
/// <remarks>A value that its kind does not expect is shown as it came, an object as JSON: nothing that says something is dropped.</remarks>
internal static class FieldReader
{
    private const long MillisecondsPerMinute = 60_000;
    private const long MostMinutes = long.MaxValue / MillisecondsPerMinute;

    /// <summary>The value; null when there is nothing to show.</summary>
    public static FieldValue? Read(JsonElement item, ShapeField field, FieldContext context)
    {
        ItemMembers members = new();
        members.Take(item);
        return Read(members, field, context);
    }

    /// <summary>The value of an item of which several fields are read; null when there is nothing to show.</summary>
    public static FieldValue? Read(ItemMembers item, ShapeField field, FieldContext context)
    {
        if (field.Label.Length > 0)
        {
            return FieldValue.Of(Labelled(item.Item, field, context), FieldForm.List);
        }

        if (field.Pair.Length > 0)
        {
            return FieldValue.Of(PairReader.Read(item.Item, field), FieldForm.List);
        }

        if (field.Kind == FieldKind.Strings)
        {
            return FieldValue.Of(Strings(item, field), FieldForm.List);
        }

        if (FieldTypes.IsMapping(field.From))
        {
            return FieldValue.Of(Lines(item, field, context), FieldForm.List);
        }

        JsonElement one = item.Item;
        return field.From == ShapeField.Self || field.Path.TryFind(item, out one) ? ReadOne(one, field, context) : null;
    }

    private static List<string> Strings(ItemMembers item, ShapeField field)
    {
        List<string> texts = [];
        if (field.From == ShapeField.Self)
        {
            LenientValue.AddTexts(item.Item, texts);
            return texts;
        }

        foreach (JsonElement value in item.Select(field.Path))
        {
            LenientValue.AddTexts(value, texts);
        }

        return texts;
    }

    private static List<string> Lines(ItemMembers item, ShapeField field, FieldContext context)
    {
        List<string> lines = [];
        foreach (JsonElement value in item.Select(field.Path))
        {
            if (ReadOne(value, field, context)?.Line is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static FieldValue? ReadOne(JsonElement value, ShapeField field, FieldContext context) =>
        WordFor(value, field) is { } word
            ? FieldValue.Of(word.Length == 0 ? null : word)
            : ReadKind(value, field, context);

    private static string? WordFor(JsonElement value, ShapeField field)
    {
        string? raw = field.Words.Length == 0 ? null : LenientValue.Text(value);
        for (int i = 0; i < field.Words.Length; i += 2)
        {
            if (field.Words[i] == raw)
            {
                return field.Words[i + 1];
            }
        }

        return null;
    }

    private static FieldValue? ReadKind(JsonElement value, ShapeField field, FieldContext context) =>
        field.Kind switch
        {
            FieldKind.Number => LenientValue.Number(value) is { } number
                ? FieldValue.Of(NumberText.Of(number), FieldForm.Literal)
                : FieldValue.Of(LenientValue.Text(value)),
            FieldKind.Boolean => LenientValue.Boolean(value) is { } boolean
                ? FieldValue.Of(boolean ? "true" : "false", FieldForm.Literal)
                : FieldValue.Of(LenientValue.Text(value)),
            FieldKind.Date => FieldValue.Of(DateText.Format(value, context.Zones)),
            FieldKind.Duration => FieldValue.Of(Duration(value)),
            FieldKind.Minutes => FieldValue.Of(Minutes(value)),
            FieldKind.Person => FieldValue.Of(PersonText.Of(value)),
            FieldKind.Named => FieldValue.Of(context.NameOf(field.Entity, value)),
            FieldKind.Text => FieldValue.Of(
                CutText.At(LenientValue.LongText(value)?.Trim(), field.MaxLength),
                FieldForm.Block
            ),
            FieldKind.Blocks => FieldValue.Of(CutText.At(BlockReader.Read(value), field.MaxLength), FieldForm.Block),
            FieldKind.Count => value.ValueKind == JsonValueKind.Array
                ? FieldValue.Of(value.GetArrayLength().ToString(CultureInfo.InvariantCulture), FieldForm.Literal)
                : FieldValue.Of(LenientValue.Text(value)),
            FieldKind.CustomFields => FieldValue.Of(CustomFieldReader.ReadAll(value, context.Zones), FieldForm.Lines),
            FieldKind.Checklists => FieldValue.Of(ChecklistReader.Read(value), FieldForm.Lines),
            FieldKind.ChecklistItems => FieldValue.Of(ChecklistReader.ReadItems(value), FieldForm.Lines),
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
        JsonPath.TryFind(folder, "hidden", out JsonElement hidden) && LenientValue.Boolean(hidden) == true
            ? null
            : LenientValue.Text(folder);

    // Zero is how "none" is written for estimates and time spent.
    private static string? Duration(JsonElement value) =>
        LenientValue.Number(value) switch
        {
            0 => null,
            { } milliseconds and >= long.MinValue and <= long.MaxValue => DurationText.Format((long)milliseconds),
            _ => LenientValue.Text(value),
        };

    private static string? Minutes(JsonElement value) =>
        LenientValue.Number(value) is { } minutes and > -MostMinutes and < MostMinutes
            ? DurationText.Format((long)(minutes * MillisecondsPerMinute))
            : LenientValue.Text(value);
}
