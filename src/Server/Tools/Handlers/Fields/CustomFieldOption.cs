using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>An option of a drop-down or labels field.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Name">Its name; labels fields call it label.</param>
internal sealed record CustomFieldOption(string Id, string Name)
{
    /// <summary>The options in a field's <c>type_config</c>.</summary>
    public static IReadOnlyList<CustomFieldOption> ReadAll(JsonElement configuration)
    {
        if (
            !JsonPath.TryFind(configuration, "options", out JsonElement options)
            || options.ValueKind != JsonValueKind.Array
        )
        {
            return [];
        }

        return
        [
            .. options
                .EnumerateArray()
                .Select(option => new CustomFieldOption(Text(option, "id"), Text(option, "name", "label"))),
        ];
    }

    /// <summary>Whether the field has an option of this name.</summary>
    public static bool IsNamed(CustomFieldInfo field, string name) =>
        NameMatcher.Find(Things(field), name, MatchQuality.Whole).Any;

    /// <summary>The id of the option that is meant.</summary>
    /// <exception cref="ActionableException">No option, or more than one, is meant.</exception>
    public static string Find(CustomFieldInfo field, string text, CallLookups lookups)
    {
        NameTable table = new NameTable(Things(field)).WithId(text);
        NameMatches matches = NameMatcher.Find(table.Things, text);
        if (matches.Things is not [var option])
        {
            throw new ActionableException(
                matches.Any
                    ? $"Several options of the custom field {field.Name} match {NameErrors.Show(text)}."
                    : $"The custom field {field.Name} has no option {NameErrors.Show(text)}.",
                next: matches.Any ? "Use the option's id." : "Use one of its options; the closest come first.",
                options:
                [
                    .. (matches.Any ? matches.Things : NameScore.Closest(table.Things, text, NameErrors.MaxCandidates))
                        .Take(NameErrors.MaxCandidates)
                        .Select(option => matches.Any ? option.Describe() : option.Name),
                ]
            );
        }

        if (matches.Quality != MatchQuality.Same)
        {
            lookups.Remark(
                $"{NameErrors.Show(text)} was taken for the option {NameErrors.Show(option.Name)} of {field.Name}."
            );
        }

        return option.Id;
    }

    private static NamedThing[] Things(CustomFieldInfo field) =>
        [.. ReadAll(field.Configuration).Select(static option => new NamedThing(option.Id, option.Name, "option", []))];

    private static string Text(JsonElement option, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (JsonPath.TryFind(option, name, out JsonElement value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!;
            }
        }

        return string.Empty;
    }
}
