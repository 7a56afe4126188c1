using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Reads the members of one JSON object, collecting every error instead of stopping at the first.</summary>
/// <remarks>
/// The emitted binders are its only callers. They accept what the published schema accepts, and what <see cref="JsonConversion"/>
/// makes of other JSON types; null is as good as absent.
/// </remarks>
/// <param name="element">The object.</param>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="path">Where it stands in the call; empty for the call's own arguments.</param>
/// <param name="general">Arguments that hold where the object does not say otherwise; null for none.</param>
internal sealed class ArgumentReader(
    JsonElement element,
    ArgumentErrors errors,
    string path = "",
    JsonElement? general = null
)
{
    private readonly int _errorsBefore = errors.Count;
    private readonly ArgumentMembers _members = new(element);
    private readonly ArgumentMembers? _general = general is { } others ? new ArgumentMembers(others) : null;

    /// <summary>The value of a required argument; records an error when it is absent.</summary>
    public ArgumentValue Required(string name, params ReadOnlySpan<string> aliases) =>
        Demand(name, Read(name, aliases, takesNull: false, out _));

    /// <summary>The value of a required argument that is free JSON, where null is a value.</summary>
    public ArgumentValue RequiredJson(string name, params ReadOnlySpan<string> aliases) =>
        Demand(name, Read(name, aliases, takesNull: true, out _));

    /// <summary>The value of an optional argument; absent ones read as null everywhere.</summary>
    public ArgumentValue Optional(string name, params ReadOnlySpan<string> aliases) =>
        Read(name, aliases, takesNull: false, out _);

    /// <summary>The value of an optional argument that is free JSON, where null is a value.</summary>
    public ArgumentValue OptionalJson(string name, params ReadOnlySpan<string> aliases) =>
        Read(name, aliases, takesNull: true, out _);

    /// <summary>The value of an argument that <c>clear</c> empties, and nothing else: who tries otherwise is told so.</summary>
    public ArgumentValue Clearable(string name, params ReadOnlySpan<string> aliases) =>
        ReadClearable(isFreeText: false, name, aliases);

    /// <summary>The same for free text, in which words such as "none" are text.</summary>
    public ArgumentValue ClearableText(string name, params ReadOnlySpan<string> aliases) =>
        ReadClearable(isFreeText: true, name, aliases);

    /// <summary>Reads the standard arguments of a result (<c>detail_level</c>, <c>fields</c>, <c>limit</c>, <c>cursor</c>).</summary>
    public OutputOptions Output(OutputArguments accepted, ShapeDefinition? shape, int maximumLimit)
    {
        DetailLevel? level = accepted.HasFlag(OutputArguments.DetailLevel)
            ? DetailLevelWords.Parse(Optional("detail_level").AsEnum(DetailLevelWords.All))
            : null;
        IReadOnlyList<string>? fields = accepted.HasFlag(OutputArguments.Fields)
            ? Optional("fields")
                .AsArray(v => ReadFieldName(v, shape), maxItems: ArgumentLimits.FieldCount, isSeparable: true)
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
        if (!IsGiven(name))
        {
            return;
        }

        foreach (string other in others)
        {
            if (!IsGiven(other))
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
            if (IsGiven(name))
            {
                errors.Add(PathOf(name), "is both given and named in clear; do one of the two");
            }
        }
    }

    /// <summary>Reports unknown members; true when no error was recorded for this object.</summary>
    /// <param name="isClientMade">Whether an argument is one that client software adds, and is dropped; null when none are.</param>
    public bool Complete(Func<string, bool>? isClientMade = null)
    {
        bool first = true;
        foreach (
            (string unknown, bool isGeneral) in _members
                .Unknown.Select(static name => (name, false))
                .Concat(_general?.Unknown.Select(static name => (name, true)) ?? [])
        )
        {
            if (isClientMade?.Invoke(unknown) != true)
            {
                string shown = ShownValue.Cut(unknown);
                errors.Add(isGeneral ? shown : PathOf(shown), errors.HasRoom ? Describe(unknown, first) : string.Empty);
                first = false;
            }
        }

        if (_members.Omitted > 0)
        {
            errors.Add(path, $"{_members.Omitted} more arguments, which were not read; nothing takes so many");
        }

        return errors.Count == _errorsBefore;
    }

    private bool IsGiven(string name) => _members.IsGiven(name) || _general?.IsGiven(name) == true;

    private string Describe(string unknown, bool isFirst)
    {
        string hint = _members.Suggest(unknown) is { } name ? $"; did you mean \"{name}\"?" : string.Empty;
        string valid = isFirst ? $" (valid: {string.Join(", ", _members.ValidNames)})" : string.Empty;
        return $"is not a known argument{hint}{valid}";
    }

    private ArgumentValue Read(string name, ReadOnlySpan<string> aliases, bool takesNull, out bool hasNull)
    {
        ClaimedMember found = _members.Claim(name, aliases, takesNull);
        string place = PathOf(name);
        if (_general?.Claim(name, aliases, takesNull) is { Count: > 0 } others && found.Count == 0)
        {
            found = others;
            place = name;
        }

        hasNull = found.HasNull;
        errors.Conversions += hasNull ? 1 : 0;
        if (found.Count > 1)
        {
            errors.Add(place, found.Spellings == name ? "is given twice" : $"is given twice, as {found.Spellings}");
        }

        return new ArgumentValue(found.Count == 1 ? found.Value : null, errors, place) { Spelling = found.Spellings };
    }

    private ArgumentValue ReadClearable(bool isFreeText, string name, ReadOnlySpan<string> aliases)
    {
        ArgumentValue value = Read(name, aliases, takesNull: false, out bool hasNull);
        if (hasNull && !IsGiven(name))
        {
            errors.AddNull(name);
        }

        if (value.Element is not { } given || !EmptyWords.IsOne(given, isFreeText))
        {
            return value;
        }

        errors.Add(PathOf(name), $"is not emptied by a text; to empty it: {EmptyWords.Clear(name)}");
        return new ArgumentValue(null, errors, PathOf(name));
    }

    private ArgumentValue Demand(string name, ArgumentValue value)
    {
        if (!IsGiven(name))
        {
            errors.Add(PathOf(name), "is required");
        }

        return value;
    }

    private static string? ReadFieldName(ArgumentValue value, ShapeDefinition? shape)
    {
        string? name = value.AsString(maxLength: ArgumentLimits.FieldNameLength);
        if (name is null || shape is null || shape.Find(name) is not null)
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
            if (IsGiven(name))
            {
                given.Add(name);
            }
        }

        return given;
    }

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
