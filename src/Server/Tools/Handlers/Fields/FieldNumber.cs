using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads numbers as people write them and as this server shows them: <c>1,250.5</c>, <c>12.5 EUR</c>, <c>3/5</c>, <c>20%</c>.</summary>
internal static class FieldNumber
{
    private const NumberStyles Grouped =
        NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowExponent
        | NumberStyles.AllowThousands;

    private static readonly (string Sign, string Currency)[] Signs =
    [
        ("€", "EUR"),
        ("$", "USD"),
        ("£", "GBP"),
        ("¥", "JPY"),
        ("₹", "INR"),
    ];

    /// <summary>A number; null when the value is none.</summary>
    public static double? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.String => Parse(value.GetString()!),
            _ => null,
        };

    /// <summary>An amount, with or without the field's own currency; null when the value is none or names another currency.</summary>
    public static double? Amount(JsonElement value, string? currency)
    {
        if (value.ValueKind != JsonValueKind.String || currency is null)
        {
            return Plain(value);
        }

        string text = value.GetString()!.Trim();
        foreach (string unit in Signs.Where(s => s.Currency == currency).Select(static s => s.Sign).Append(currency))
        {
            if (text.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return Parse(text[unit.Length..]);
            }

            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return Parse(text[..^unit.Length]);
            }
        }

        return Parse(text);
    }

    /// <summary>A number alone, before a slash and the field's highest value, or in percent of its range; null when the value is none.</summary>
    /// <param name="value">What the caller wrote.</param>
    /// <param name="lowest">The field's lowest value.</param>
    /// <param name="highest">The field's highest value; null when it is not known.</param>
    public static double? Share(JsonElement value, double lowest, double? highest)
    {
        if (value.ValueKind != JsonValueKind.String || highest is not { } end)
        {
            return Plain(value);
        }

        // What stands in brackets is what a read adds: 15 (10 to 20, 50%).
        string text = value.GetString()!.Split('(')[0].Trim();
        if (text.EndsWith('%'))
        {
            return Parse(text[..^1]) is { } percent ? lowest + ((end - lowest) * percent / 100) : null;
        }

        string[] parts = text.Split('/');
        return parts.Length == 1 ? Parse(text)
            : parts.Length == 2 && Parse(parts[1]) == end ? Parse(parts[0])
            : null;
    }

    /// <summary>A number in a field's configuration.</summary>
    public static double? Configured(JsonElement configuration, string member) =>
        JsonPath.TryFind(configuration, member, out JsonElement value) && LenientValue.Number(value) is { } number
            ? (double)number
            : null;

    // A comma counts only where it separates thousands, since elsewhere it may as well be a decimal point.
    private static double? Parse(string text)
    {
        string trimmed = text.Trim();
        string whole = trimmed.Split('.', 'e', 'E')[0];
        string[] groups = whole.Split(',');
        bool isGrouped = groups[0].TrimStart('-', '+').Length is > 0 and <= 3;
        return
            (groups.Length == 1 || (isGrouped && groups.Skip(1).All(static group => group.Length == 3)))
            && trimmed.LastIndexOf(',') < whole.Length
            && double.TryParse(trimmed, Grouped, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number)
            ? number
            : null;
    }
}
