using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Api;

/// <summary>Writes a JSON body in which absent values leave no trace, nor do objects and arrays that stay empty.</summary>
/// <remarks>The root is an object opened implicitly, unless <see cref="RootValue"/> is called instead of anything else.</remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Finish returns the buffer; a body that is never finished leaves it to the garbage collector."
)]
internal sealed class JsonBodyWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PooledBufferWriter _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private readonly List<Container> _open = [];
    private int _written;
    private bool _hasRootValue;
    private bool _isArray;

    public JsonBodyWriter() => _writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Opens a nested object; it is written only once something lands in it. <paramref name="name"/> is null inside an array.</summary>
    public void BeginObject(string? name) => _open.Add(new Container(name, IsArray: false));

    public void EndObject() => End(isArray: false);

    /// <summary>Opens a nested array; it is written only once something lands in it.</summary>
    public void BeginArray(string? name) => _open.Add(new Container(name, IsArray: true));

    public void EndArray() => End(isArray: true);

    /// <summary>Writes a constant given as JSON text.</summary>
    public void Constant(string? name, string json) => Place(name).WriteRawValue(json);

    /// <summary>Writes an explicit null.</summary>
    public void Null(string? name) => Place(name).WriteNullValue();

    public void Value(string? name, string? value)
    {
        if (value is not null)
        {
            Place(name).WriteStringValue(value);
        }
    }

    public void Value(string? name, bool? value)
    {
        if (value is { } flag)
        {
            Place(name).WriteBooleanValue(flag);
        }
    }

    public void Value(string? name, long? value)
    {
        if (value is { } number)
        {
            Place(name).WriteNumberValue(number);
        }
    }

    public void Value(string? name, double? value)
    {
        if (value is { } number)
        {
            Place(name).WriteNumberValue(number);
        }
    }

    public void Value(string? name, JsonElement? value)
    {
        if (value is { } element)
        {
            element.WriteTo(Place(name));
        }
    }

    /// <summary>Writes the bytes of a file, which are in memory, as base64.</summary>
    public void Value(string? name, FileSource? value)
    {
        if (value is not null)
        {
            Place(name).WriteBase64StringValue(value.Held);
        }
    }

    /// <summary>Writes an id as a 64-bit number; never through a double, which would lose digits.</summary>
    /// <exception cref="ActionableException">The id is not a number.</exception>
    public void Number(string? name, string? id, EntityKind kind)
    {
        if (id is not null)
        {
            Value(
                name,
                long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
                    ? number
                    : throw new ActionableException(
                        $"The id of this {EntityNoun.Of(kind)} is not a number.",
                        "ClickUp takes only a numeric id here.",
                        "Give the numeric id or the name."
                    )
            );
        }
    }

    /// <summary>Writes null when the caller asked for the argument to be emptied; says whether it did.</summary>
    public bool Cleared(string? name, IReadOnlyList<string>? clear, string argument)
    {
        bool isCleared = IsCleared(clear, argument);
        if (isCleared)
        {
            Null(name);
        }

        return isCleared;
    }

    /// <summary>Whether the caller asked for the argument to be emptied.</summary>
    public static bool IsCleared(IReadOnlyList<string>? clear, string argument) =>
        clear is not null && clear.Contains(argument);

    public void Value(string? name, IReadOnlyList<string>? values)
    {
        BeginArray(name);
        foreach (string value in values ?? [])
        {
            Value(name: null, value);
        }

        EndArray();
    }

    public void Value(string? name, IReadOnlyList<long>? values)
    {
        BeginArray(name);
        foreach (long value in values ?? [])
        {
            Value(name: null, value);
        }

        EndArray();
    }

    /// <summary>Makes the whole body an array instead of an object; to be called before anything is written.</summary>
    public void RootArray() => _isArray = true;

    /// <summary>Makes the whole body this value instead of an object.</summary>
    public void RootValue(JsonElement value)
    {
        if (_written > 0 || _open.Count > 0 || _hasRootValue)
        {
            throw new InvalidOperationException("The body already has content.");
        }

        _hasRootValue = true;
        value.WriteTo(_writer);
    }

    /// <summary>Closes the body and returns it; the writer cannot be used afterwards.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        if (_open.Count > 0)
        {
            throw new InvalidOperationException("A nested object or array of the body was not closed.");
        }

        if (!_hasRootValue)
        {
            if (_written == 0)
            {
                OpenRoot();
            }

            CloseRoot();
        }

        _writer.Dispose();
        byte[] body = _buffer.Written.ToArray();
        _buffer.Dispose();
        return body;
    }

    /// <summary>Opens what is still pending, and writes the name; a value must follow.</summary>
    private Utf8JsonWriter Place(string? name)
    {
        if (_hasRootValue)
        {
            throw new InvalidOperationException("The body is a single value.");
        }

        if (_written++ == 0)
        {
            OpenRoot();
        }

        foreach (Container container in _open)
        {
            container.Open(_writer);
        }

        if (name is not null)
        {
            _writer.WritePropertyName(name);
        }

        return _writer;
    }

    private void OpenRoot()
    {
        if (_isArray)
        {
            _writer.WriteStartArray();
        }
        else
        {
            _writer.WriteStartObject();
        }
    }

    private void CloseRoot()
    {
        if (_isArray)
        {
            _writer.WriteEndArray();
        }
        else
        {
            _writer.WriteEndObject();
        }
    }

    private void End(bool isArray)
    {
        if (_open.Count == 0 || _open[^1].IsArray != isArray)
        {
            throw new InvalidOperationException("An object or array of the body is closed that was not opened.");
        }

        _open[^1].Close(_writer);
        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>A nested object or array that may never be written.</summary>
    private sealed record Container(string? Name, bool IsArray)
    {
        private bool _isOpen;

        public void Open(Utf8JsonWriter writer)
        {
            if (_isOpen)
            {
                return;
            }

            _isOpen = true;
            if (Name is not null)
            {
                writer.WritePropertyName(Name);
            }

            if (IsArray)
            {
                writer.WriteStartArray();
            }
            else
            {
                writer.WriteStartObject();
            }
        }

        public void Close(Utf8JsonWriter writer)
        {
            if (!_isOpen)
            {
                return;
            }

            if (IsArray)
            {
                writer.WriteEndArray();
            }
            else
            {
                writer.WriteEndObject();
            }
        }
    }
}
