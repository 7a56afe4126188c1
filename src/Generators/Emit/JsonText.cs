using System.Globalization;
using System.Text;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Writes compact JSON; only what must be escaped is, because every byte is read by a model.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _needsComma;

    /// <summary>Bytes written so far, in UTF-8.</summary>
    public int Utf8Length => Encoding.UTF8.GetByteCount(_text.ToString());

    /// <summary>One JSON string, quotes included.</summary>
    public static string Quote(string value)
    {
        StringBuilder text = new StringBuilder(value.Length + 2).Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char character = value[i];
            bool isPair = i + 1 < value.Length && char.IsSurrogatePair(character, value[i + 1]);
            if (isPair)
            {
                text.Append(character).Append(value[++i]);
            }
            else
            {
                AppendEscaped(text, character);
            }
        }

        return text.Append('"').ToString();
    }

    public JsonText BeginObject() => Open('{');

    public JsonText EndObject() => Close('}');

    public JsonText BeginArray() => Open('[');

    public JsonText EndArray() => Close(']');

    public JsonText Name(string name)
    {
        Separate();
        _text.Append(Quote(name)).Append(':');
        _needsComma = false;
        return this;
    }

    public JsonText String(string value) => Raw(Quote(value));

    public JsonText Integer(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    public JsonText Boolean(bool value) => Raw(value ? "true" : "false");

    /// <summary>Writes JSON text as it is.</summary>
    public JsonText Raw(string json)
    {
        Separate();
        _text.Append(json);
        _needsComma = true;
        return this;
    }

    public override string ToString() => _text.ToString();

    // Besides JSON's own, line separators are escaped (a raw C# literal must not hold one), as are lone surrogates,
    // which have no UTF-8 form.
    private static void AppendEscaped(StringBuilder text, char character)
    {
        switch (character)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff') or '\ufeff':
                text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(character);
                break;
        }
    }

    private JsonText Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _needsComma = false;
        return this;
    }

    private JsonText Close(char bracket)
    {
        _text.Append(bracket);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            _text.Append(',');
        }
    }
}
