using System.Globalization;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Writes input schemas: the contract, exactly as strict as the emitted binders, or the short form for lists of tools.</summary>
/// <remarks>
/// Single types only and no combinators: some model providers refuse a whole tool list over one of those. The short form
/// only leaves keywords out, so that whatever the contract accepts it accepts too (decision 0009). Of many words to choose
/// from it names a few.
/// </remarks>
internal sealed class SchemaWriter
{
    // More are a third of the list of tools that have them; a call with an unknown one is told which there are.
    private const int MostListedWords = 12;
    private const int Samples = 3;

    private readonly JsonText _json;
    private readonly bool _isContract;
    private readonly bool _listsWorkspace;

    private SchemaWriter(JsonText json, bool isContract, bool listsWorkspace)
    {
        _json = json;
        _isContract = isContract;
        _listsWorkspace = listsWorkspace;
    }

    /// <summary>The schema with every constraint and every argument.</summary>
    public static void WriteContract(JsonText json, EquatableArray<ArgumentModel> arguments) =>
        new SchemaWriter(json, isContract: true, listsWorkspace: true).WriteObject(arguments, description: null);

    /// <summary>What a model needs to make a call: names, types, words to choose from, what is required.</summary>
    /// <param name="json">Takes the schema.</param>
    /// <param name="arguments">The tool's arguments.</param>
    /// <param name="takesWorkspace">Whether a workspace means something to the tool itself.</param>
    public static void WriteListed(JsonText json, EquatableArray<ArgumentModel> arguments, bool takesWorkspace) =>
        new SchemaWriter(json, isContract: false, takesWorkspace).WriteObject(arguments, description: null);

    private void WriteObject(EquatableArray<ArgumentModel> arguments, string? description)
    {
        ArgumentModel[] shown = [.. arguments.Where(IsShown)];
        _json.BeginObject().Name("type").String("object");
        WriteDescription(description);
        if (shown.Length > 0)
        {
            _json.Name("properties").BeginObject();
            foreach (ArgumentModel argument in shown)
            {
                // The instructions say once for all tools what it means.
                bool isKnown = !_isContract && argument.Role == ArgumentRole.Workspace;
                _json.Name(argument.Name);
                WriteType(argument.Type, isKnown ? null : argument.Description, argument.Default);
            }

            _json.EndObject();
        }

        if (shown.Any(static a => a.Required))
        {
            _json.Name("required");
            WriteStrings(shown.Where(static a => a.Required).Select(static a => a.Name));
        }

        if (_isContract)
        {
            _json.Name("additionalProperties").Boolean(false);
        }

        _json.EndObject();
    }

    private bool IsShown(ArgumentModel argument) =>
        _isContract
        || argument.Listed
        || argument.Required
        || (_listsWorkspace && argument.Role == ArgumentRole.Workspace);

    private void WriteType(TypeModel type, string? description, string? defaultJson)
    {
        if (type.Kind == TypeKind.Object)
        {
            WriteObject(type.Fields, description);
            return;
        }

        _json.BeginObject();
        WriteFacets(type);
        WriteDescription(description);
        if (_isContract && defaultJson is not null)
        {
            _json.Name("default").Raw(defaultJson);
        }

        _json.EndObject();
    }

    private void WriteFacets(TypeModel type)
    {
        switch (type.Kind)
        {
            case TypeKind.Boolean:
                WriteKind("boolean");
                break;
            case TypeKind.Integer:
                WriteKind("integer");
                WriteBound("minimum", Numbers.Minimum(type.Minimum).ToString(CultureInfo.InvariantCulture));
                WriteBound("maximum", Numbers.Maximum(type.Maximum).ToString(CultureInfo.InvariantCulture));
                break;
            case TypeKind.Number:
                WriteKind("number");
                WriteBound("minimum", type.Minimum);
                WriteBound("maximum", type.Maximum);
                break;
            case TypeKind.Date:
                WriteText(1, ArgumentLimits.DateLength);
                break;
            case TypeKind.Duration:
                WriteText(1, ArgumentLimits.DurationLength);
                break;
            case TypeKind.Entity:
                WriteText(1, ArgumentLimits.ReferenceLength);
                break;
            case TypeKind.File:
                WriteText(1, null);
                break;
            case TypeKind.Enum:
                WriteKind("string");
                WriteWords([.. type.Values.Select(static v => v.Label)]);
                break;
            case TypeKind.Array:
                WriteArray(type);
                break;
            case TypeKind.Json:
                WriteJsonKind(type.Holds);
                break;
            default:
                WriteText(type.MinLength, type.MaxLength, type.Format);
                break;
        }
    }

    // The contract's empty schema stands for any value, but some providers refuse a property without a type.
    private void WriteJsonKind(string holds)
    {
        switch (holds)
        {
            case nameof(JsonContent.Object):
                WriteKind("object");
                break;
            case nameof(JsonContent.Objects):
                WriteKind("array");
                _json.Name("items").BeginObject().Name("type").String("object").EndObject();
                break;
            default:
                if (!_isContract)
                {
                    WriteKind("string");
                }

                break;
        }
    }

    private void WriteWords(string[] words)
    {
        if (_isContract || words.Length <= MostListedWords)
        {
            _json.Name("enum");
            WriteStrings(words);
            return;
        }

        WriteDescription($"One of {words.Length}: {string.Join(", ", words.Take(Samples))} ...");
    }

    private void WriteArray(TypeModel type)
    {
        WriteKind("array");
        _json.Name("items");
        WriteType(CSharpTypes.Item(type), description: null, defaultJson: null);
        WriteCount("minItems", type.MinItems);
        WriteCount("maxItems", type.MaxItems);
        if (_isContract && type.UniqueItems)
        {
            _json.Name("uniqueItems").Boolean(true);
        }
    }

    private void WriteText(int? minLength, int? maxLength, StringFormat format = StringFormat.None)
    {
        WriteKind("string");
        WriteCount("minLength", minLength);
        WriteCount("maxLength", maxLength);
        if (_isContract && StringFormats.Pattern(format) is { } pattern)
        {
            _json.Name("pattern").String(pattern);
        }
    }

    private void WriteKind(string kind) => _json.Name("type").String(kind);

    private void WriteDescription(string? description)
    {
        if (description is { Length: > 0 })
        {
            _json.Name("description").String(description);
        }
    }

    private void WriteCount(string name, int? value)
    {
        // A lower bound of zero says nothing.
        if (_isContract && value is { } count && (count > 0 || name.StartsWith("max", StringComparison.Ordinal)))
        {
            _json.Name(name).Integer(count);
        }
    }

    private void WriteBound(string name, string? bound)
    {
        if (_isContract && bound is not null)
        {
            _json.Name(name).Raw(bound.Trim());
        }
    }

    private void WriteStrings(IEnumerable<string> values)
    {
        _json.BeginArray();
        foreach (string value in values)
        {
            _json.String(value);
        }

        _json.EndArray();
    }
}
