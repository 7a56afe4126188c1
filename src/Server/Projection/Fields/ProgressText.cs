using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Shows how far a progress field has come: on its own scale where that is known, else as a percentage.</summary>
internal static class ProgressText
{
    private const int ShownDecimals = 1;

    /// <summary><c>20/100</c>, <c>15 (10 to 20, 50%)</c> where the scale does not begin at 0, or <c>33%</c>.</summary>
    public static string? Of(JsonElement field, JsonElement value)
    {
        bool isObject = value.ValueKind == JsonValueKind.Object;
        decimal? current = isObject ? Number(value, "current") : LenientValue.Number(value);
        if (current is { } reached && Number(field, "type_config.end") is { } end)
        {
            return OnScale(reached, Number(field, "type_config.start") ?? 0, end);
        }

        decimal? percent =
            Percent(Number(value, "percent_completed"), isFraction: static number => number is > 0 and <= 1)
            ?? Percent(Number(value, "percent_complete"), IsBelowOne)
            ?? (isObject || !IsComputed(field) ? null : Percent(current, IsBelowOne));
        return percent is { } known ? $"{NumberText.Of(known)}%"
            : current is { } count ? NumberText.Of(count)
            : LenientValue.Text(value);
    }

    private static string OnScale(decimal current, decimal start, decimal end)
    {
        if (start == 0)
        {
            return $"{NumberText.Of(current)}/{NumberText.Of(end)}";
        }

        decimal span = end - start;
        string share =
            span == 0 ? "" : $", {NumberText.Of(decimal.Round(100 * (current - start) / span, ShownDecimals))}%";
        return $"{NumberText.Of(current)} ({NumberText.Of(start)} to {NumberText.Of(end)}{share})";
    }

    // Some responses give a fraction and others the number of percent.
    private static decimal? Percent(decimal? number, Func<decimal, bool> isFraction) =>
        number is { } given ? decimal.Round(isFraction(given) ? 100 * given : given, ShownDecimals) : null;

    private static bool IsBelowOne(decimal number) => number is > 0 and < 1;

    private static bool IsComputed(JsonElement field) => LenientValue.Text(field, "type") == "automatic_progress";

    private static decimal? Number(JsonElement owner, string path) =>
        JsonPath.TryFind(owner, path, out JsonElement found) ? LenientValue.Number(found) : null;
}
