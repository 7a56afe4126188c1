using ClickUpMcp.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Json;

/// <summary>A strict RFC 8259 reader that keeps positions.</summary>
/// <remarks>System.Text.Json is not part of a generator's host, and tells no position of a value.</remarks>
internal sealed class JsonReader
{
    /// <summary>Deepest nesting that is read; keeps the recursion of all later steps bounded.</summary>
    public const int MaximumDepth = 64;

    private readonly JsonSource _source;
    private readonly JsonScanner _scanner;
    private readonly DiagnosticBag _bag;

    private JsonReader(JsonSource source, DiagnosticBag bag)
    {
        _source = source;
        _scanner = new JsonScanner(source.Text);
        _bag = bag;
    }

    /// <summary>Reads a whole document; null (and a diagnostic) when it is not valid JSON.</summary>
    public static JsonValue? Read(JsonSource source, DiagnosticBag bag)
    {
        var reader = new JsonReader(source, bag);
        JsonValue? root = reader.ReadValue(0);
        if (root is null)
        {
            return null;
        }

        reader._scanner.SkipWhitespace();
        return reader._scanner.AtEnd ? root : reader.Fail("there is more after the end of the document");
    }

    private JsonValue? ReadValue(int depth)
    {
        _scanner.SkipWhitespace();
        int start = _scanner.Position;
        if (depth > MaximumDepth)
        {
            _bag.Report(Descriptors.JsonTooDeep, _source, new TextSpan(start, 1), MaximumDepth);
            return null;
        }

        switch (_scanner.Current)
        {
            case '{':
                return ReadObject(start, depth);
            case '[':
                return ReadArray(start, depth);
            case '"':
                return ReadString();
            case '-' or (>= '0' and <= '9'):
                return _scanner.TryNumber(out string number)
                    ? Value(JsonKind.Number, start, number)
                    : Fail("bad number");
            case 't' when _scanner.TryWord("true"):
                return Value(JsonKind.True, start);
            case 'f' when _scanner.TryWord("false"):
                return Value(JsonKind.False, start);
            case 'n' when _scanner.TryWord("null"):
                return Value(JsonKind.Null, start);
            default:
                return Fail("a value was expected");
        }
    }

    private JsonValue? ReadObject(int start, int depth)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        _scanner.Position++;
        _scanner.SkipWhitespace();
        if (_scanner.TryTake('}'))
        {
            return Value(JsonKind.Object, start);
        }

        while (true)
        {
            _scanner.SkipWhitespace();
            if (_scanner.Current != '"')
            {
                return Fail("a key in double quotes was expected");
            }

            if (ReadString() is not { } key)
            {
                return null;
            }

            _scanner.SkipWhitespace();
            if (!_scanner.TryTake(':'))
            {
                return Fail("':' was expected");
            }

            if (ReadValue(depth + 1) is not { } value)
            {
                return null;
            }

            if (names.Add(key.Text))
            {
                members.Add(new JsonMember(key, value));
            }
            else
            {
                _bag.Report(Descriptors.DuplicateKey, key, key.Text);
            }

            _scanner.SkipWhitespace();
            if (_scanner.TryTake('}'))
            {
                return new JsonValue(_source, JsonKind.Object, SpanFrom(start)) { Members = members };
            }

            if (!_scanner.TryTake(','))
            {
                return Fail("',' or '}' was expected");
            }
        }
    }

    private JsonValue? ReadArray(int start, int depth)
    {
        var items = new List<JsonValue>();
        _scanner.Position++;
        _scanner.SkipWhitespace();
        if (_scanner.TryTake(']'))
        {
            return Value(JsonKind.Array, start);
        }

        while (true)
        {
            if (ReadValue(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
            _scanner.SkipWhitespace();
            if (_scanner.TryTake(']'))
            {
                return new JsonValue(_source, JsonKind.Array, SpanFrom(start)) { Items = items };
            }

            if (!_scanner.TryTake(','))
            {
                return Fail("',' or ']' was expected");
            }
        }
    }

    private JsonValue? ReadString()
    {
        int start = _scanner.Position;
        return _scanner.TryString(out string text, out string problem)
            ? Value(JsonKind.String, start, text)
            : Fail(problem);
    }

    private JsonValue Value(JsonKind kind, int start, string text = "") =>
        new(_source, kind, SpanFrom(start)) { Text = text };

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, _scanner.Position);

    private JsonValue? Fail(string problem)
    {
        DiagnosticDescriptor descriptor = Descriptors.InvalidJson;
        int position = Math.Min(_scanner.Position, _source.Text.Length);
        int length = position < _source.Text.Length ? 1 : 0;
        _bag.Report(
            descriptor,
            _source,
            new TextSpan(position, length),
            length == 0 ? problem + " before the end of the file" : problem
        );
        return null;
    }
}
