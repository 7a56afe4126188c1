using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Reads the members of one JSON object, collecting every error instead of stopping at the first.</summary>
/// <remarks>The emitted binders are its only callers; what they accept equals what the published schema accepts.</remarks>
internal sealed class ArgumentReader(JsonElement element, ArgumentErrors errors, string path = "")
{
    private readonly int _errorsBefore = errors.Count;
    private readonly ArgumentMembers _members = new(element);

    /// <summary>The value of a required argument; records an error when it is absent.</summary>
    public ArgumentValue Required(string name, params ReadOnlySpan<string> aliases)
    {
        ArgumentValue value = Optional(name, aliases);
        if (!_members.IsGiven(name))
        {
            errors.Add(PathOf(name), "is required");
        }

        return value;
    }

    /// <summary>The value of an optional argument; absent ones read as null everywhere.</summary>
    public ArgumentValue Optional(string name, params ReadOnlySpan<string> aliases)
    {
        List<(string Spelling, JsonElement Value)> found = _members.Claim(name, aliases);
        if (found.Count <= 1)
        {
            return new ArgumentValue(found is [var only] ? only.Value : null, errors, PathOf(name));
        }

        string spellings = string.Join(" and ", found.Select(static f => f.Spelling).Distinct());
        errors.Add(PathOf(name), spellings == name ? "is given twice" : $"is given twice, as {spellings}");
        return new ArgumentValue(null, errors, PathOf(name));
    }

    /// <summary>Reads the standard arguments of a result (<c>detail_level</c>, <c>fields</c>, <c>limit</c>, <c>cursor</c>).</summary>
    public OutputOptions Output(OutputArguments accepted, ShapeDefinition? shape, int maximumLimit)
    {
        DetailLevel? level = accepted.HasFlag(OutputArguments.DetailLevel)
            ? DetailLevelWords.Parse(Optional("detail_level").AsEnum(DetailLevelWords.All))
            : null;
        IReadOnlyList<string>? fields = accepted.HasFlag(OutputArguments.Fields)
            ? Optional("fields").AsArray(v => ReadFieldName(v, shape), maxItems: ArgumentLimits.FieldCount)
            : null;
        long? limit = accepted.HasFlag(OutputArguments.Limit) ? Optional("limit").AsInteger(1, maximumLimit) : null;
        string? cursor = accepted.HasFlag(OutputArguments.Cursor)
            ? Optional("cursor").AsString(maxLength: ArgumentLimits.CursorLength)
            : null;
        return new OutputOptions
        {
            DetailLevel = level,
            Fields = fields ?? [],
            Limit = (int?)limit,
            Cursor = cursor,
        };
    }

    /// <summary>Rule: exactly one of these arguments is given.</summary>
    public void ExactlyOne(params ReadOnlySpan<string> names)
    {
        AtLeastOne(names);
        AtMostOne(names);
    }

    /// <summary>Rule: at least one of these arguments is given.</summary>
    public void AtLeastOne(params ReadOnlySpan<string> names)
    {
        if (Given(names).Count == 0)
        {
            errors.Add(path, $"give one of {string.Join(", ", names)}");
        }
    }

    /// <summary>Rule: at most one of these arguments is given.</summary>
    public void AtMostOne(params ReadOnlySpan<string> names)
    {
        List<string> given = Given(names);
        if (given.Count > 1)
        {
            errors.Add(path, $"give only one of {string.Join(", ", names)}; got {string.Join(" and ", given)}");
        }
    }

    /// <summary>Rule: when <paramref name="name"/> is given, all of <paramref name="others"/> are.</summary>
    public void Requires(string name, params ReadOnlySpan<string> others)
    {
        if (!_members.IsGiven(name))
        {
            return;
        }

        foreach (string other in others)
        {
            if (!_members.IsGiven(other))
            {
                errors.Add(PathOf(other), $"is required when {name} is given");
            }
        }
    }

    /// <summary>Rule: no argument is both given and named in <paramref name="clear"/>.</summary>
    public void ClearConflicts(IReadOnlyList<string>? clear)
    {
        foreach (string name in clear ?? [])
        {
            if (_members.IsGiven(name))
            {
                errors.Add(PathOf(name), "is both given and named in clear; do one of the two");
            }
        }
    }

    /// <summary>Reports unknown members; true when no error was recorded for this object.</summary>
    public bool Complete()
    {
        bool first = true;
        foreach (string unknown in _members.Unknown)
        {
            string hint = _members.Suggest(unknown) is { } name ? $"; did you mean \"{name}\"?" : string.Empty;
            string valid = first ? $" (valid: {string.Join(", ", _members.ValidNames)})" : string.Empty;
            errors.Add(PathOf(ShownValue.Cut(unknown)), $"is not a known argument{hint}{valid}");
            first = false;
        }

        return errors.Count == _errorsBefore;
    }

    private static string? ReadFieldName(ArgumentValue value, ShapeDefinition? shape)
    {
        string? name = value.AsString(maxLength: ArgumentLimits.FieldNameLength);
        if (name is null || shape is null || Array.Exists(shape.Fields, f => f.Name == name))
        {
            return name;
        }

        string[] valid = [.. shape.Fields.Select(static f => f.Name)];
        value.Errors.Add(
            value.Path,
            $"is not a field{DidYouMean.Hint(name, valid)} (valid: {string.Join(", ", valid)})"
        );
        return null;
    }

    private List<string> Given(ReadOnlySpan<string> names)
    {
        List<string> given = [];
        foreach (string name in names)
        {
            if (_members.IsGiven(name))
            {
                given.Add(name);
            }
        }

        return given;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
