using System.Globalization;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Spec;

/// <summary>One object of the spec: reads its keys with the right type and reports everything that is off, with positions.</summary>
internal sealed class SpecObject
{
    private readonly KeyTable _keys;

    private SpecObject(JsonValue value, KeyTable keys, DiagnosticBag bag)
    {
        Value = value;
        _keys = keys;
        Bag = bag;
    }

    public JsonValue Value { get; }
    public DiagnosticBag Bag { get; }

    /// <summary>Opens an object and reports its unknown keys; null when the value is not an object.</summary>
    public static SpecObject? Open(JsonValue value, KeyTable keys, DiagnosticBag bag)
    {
        if (!Expect(value, JsonKind.Object, keys.What, bag))
        {
            return null;
        }

        foreach (JsonMember member in value.Members)
        {
            if (!keys.Keys.Contains(member.Name))
            {
                string hint = Suggestion.For(member.Name, keys.Keys);
                bag.Report(Descriptors.UnknownKey, member.Key, member.Name, keys.What, hint);
            }
        }

        return new SpecObject(value, keys, bag);
    }

    /// <summary>Reports a value of another kind.</summary>
    public static bool Expect(JsonValue value, JsonKind kind, string what, DiagnosticBag bag)
    {
        if (value.Kind == kind)
        {
            return true;
        }

        string expected = kind switch
        {
            JsonKind.Object => "an object",
            JsonKind.Array => "an array",
            JsonKind.Number => "a number",
            _ => "a string",
        };
        bag.Report(Descriptors.WrongJsonType, value, what, expected, value.KindName);
        return false;
    }

    public JsonValue? Find(string key) => Value.Find(key);

    /// <summary>The key itself, for a diagnostic about what its value lacks.</summary>
    public JsonValue Key(string key) => Value.Members.First(m => m.Name == key).Key;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value of a key; reports its absence at the object's opening brace.</summary>
    public JsonValue? Required(string key)
    {
        JsonValue? value = Find(key);
        if (value is null)
        {
            ReportMissing(key);
        }

        return value;
    }

    public void ReportMissing(string key) =>
        Bag.Report(Descriptors.MissingKey, Value.Source, new TextSpan(Value.Span.Start, 1), Capital(_keys.What), key);

    /// <summary>The value of a key when it is a string.</summary>
    public JsonValue? Text(string key) => OfKind(key, JsonKind.String);

    public JsonValue? RequiredText(string key) => Required(key) is null ? null : Text(key);

    public JsonValue? Object(string key) => OfKind(key, JsonKind.Object);

    public IReadOnlyList<JsonMember> Members(string key) => Object(key)?.Members ?? [];

    public IReadOnlyList<JsonValue> Items(string key) => OfKind(key, JsonKind.Array)?.Items ?? [];

    /// <summary>The strings of an array; other items are reported and left out.</summary>
    public IReadOnlyList<JsonValue> Texts(string key) =>
        [.. Items(key).Where(item => Expect(item, JsonKind.String, "An item of '" + key + "'", Bag))];

    /// <summary>A boolean; null when absent or wrong.</summary>
    public bool? Flag(string key)
    {
        JsonValue? value = Find(key);
        if (value is null || value.Kind is JsonKind.True or JsonKind.False)
        {
            return value is null ? null : value.Kind == JsonKind.True;
        }

        Bag.Report(Descriptors.WrongJsonType, value, Quoted(key), "a boolean", value.KindName);
        return null;
    }

    /// <summary>A whole number within bounds; null when absent or wrong.</summary>
    public int? Integer(string key, int minimum, int maximum)
    {
        if (OfKind(key, JsonKind.Number) is not { } value)
        {
            return null;
        }

        if (
            int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= minimum
            && number <= maximum
        )
        {
            return number;
        }

        Bag.Report(Descriptors.NumberOutOfRange, value, key, minimum, maximum);
        return null;
    }

    /// <summary>A word of a closed set as the runtime's member name; null when absent or wrong.</summary>
    public string? Word(string key, WordSet set)
    {
        if (Text(key) is not { } value)
        {
            return null;
        }

        string? member = set.Member(value.Text);
        if (member is null)
        {
            string hint = Suggestion.For(value.Text, set.Words);
            Bag.Report(Descriptors.UnknownWord, value, value.Text, set.What, hint);
        }

        return member;
    }

    /// <summary>A word of a closed set as a member of the enum that it was made from; null when absent or wrong.</summary>
    public T? Word<T>(string key, WordSet set)
        where T : struct, Enum => Word(key, set) is { } member ? (T)Enum.Parse(typeof(T), member) : null;

    /// <summary>A description of 1 to 400 characters.</summary>
    public string? Description(string what, bool required)
    {
        const int Maximum = 400;
        if ((required ? RequiredText("description") : Text("description")) is not { } value)
        {
            return null;
        }

        if (value.Text.Trim().Length == 0 || value.Text.Length > Maximum)
        {
            Bag.Report(Descriptors.BadDescription, value, what, value.Text.Length, Maximum);
        }

        return value.Text;
    }

    private JsonValue? OfKind(string key, JsonKind kind) =>
        Find(key) is { } value && Expect(value, kind, Quoted(key), Bag) ? value : null;

    private static string Quoted(string key) => "'" + key + "'";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
