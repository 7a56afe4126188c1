using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Sums a field over the items of a list, in all and for each value of other fields.</summary>
internal sealed class ListTotal(TotalDefinition definition, ShapeDefinition shape, FieldContext context)
{
    private const long MillisecondsPerMinute = 60_000;
    private const string None = "none";

    private readonly ShapeField _summed = Find(shape, definition.Field);

    /// <summary>The sum as a sentence; null where nothing is to be summed.</summary>
    /// <param name="items">The items.</param>
    /// <param name="isAll">Whether these are all items of the list.</param>
    public string? Describe(IReadOnlyList<JsonElement> items, bool isAll)
    {
        if (items.Count == 0)
        {
            return null;
        }

        string whose = isAll ? $"all {items.Count}" : $"these {items.Count}, of which there are more";
        IEnumerable<string> parts = definition
            .By.Select(name => Divided(items, Find(shape, name)))
            .OfType<string>()
            .Prepend($"Total {_summed.Name} of {whose}: {Sum(items)}.");
        int running = items.Count(item => Number(item) < 0);
        return string.Join(' ', running == 0 ? parts : parts.Append($"Not counted: {running} still running."));
    }

    // One group says no more than the sum.
    private string? Divided(IReadOnlyList<JsonElement> items, ShapeField by)
    {
        IGrouping<string, JsonElement>[] groups =
        [
            .. items.GroupBy(item => FieldReader.Read(item, by, context)?.Line ?? None, StringComparer.Ordinal),
        ];
        return groups.Length < 2
            ? null
            : $"By {by.Name}: {string.Join(", ", groups.Select(group => $"{Quoted.IfItHolds(group.Key, ",")} {Sum(group)}"))}.";
    }

    private string Sum(IEnumerable<JsonElement> items)
    {
        decimal sum = items.Sum(item => Math.Max(0, Number(item)));
        return _summed.Kind switch
        {
            FieldKind.Duration when sum <= long.MaxValue => DurationText.Format((long)sum),
            FieldKind.Minutes when sum <= long.MaxValue / MillisecondsPerMinute => DurationText.Format(
                (long)(sum * MillisecondsPerMinute)
            ),
            _ => NumberText.Of(sum),
        };
    }

    private decimal Number(JsonElement item) =>
        JsonPath.TryFind(item, _summed.From, out JsonElement found) ? LenientValue.Number(found) ?? 0 : 0;

    private static ShapeField Find(ShapeDefinition shape, string name) =>
        Array.Find(shape.Fields, field => field.Name == name)
        ?? throw new ArgumentException($"{shape.Name} has no field {name}.", nameof(name));
}
