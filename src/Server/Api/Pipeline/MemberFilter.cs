using System.Buffers;

namespace ClickUpMcp.Api;

/// <summary>Copies the members of a JSON text that are wanted, piece by piece as it arrives.</summary>
/// <remarks>
/// Kept members are copied byte for byte and checked by the parser afterwards; of dropped ones only the end is found. Text that is not JSON outside of
/// values stays invalid (docs/decisions/0065-members-that-are-read.md).
/// </remarks>
internal sealed class MemberFilter(WantedMembers wanted, IBufferWriter<byte> output)
{
    // What JsonDocument allows.
    private const int MaximumDepth = 64;

    // In no UTF-8 text, so what holds it is no JSON.
    private static ReadOnlySpan<byte> Invalid => [0xFF];

    private readonly Level[] _levels = new Level[MaximumDepth];
    private readonly ArrayBufferWriter<byte> _name = new(64);
    private ValueScanner _value;
    private Step _step = Step.Value;
    private WantedMembers? _next = wanted;
    private bool _isKept;
    private bool _isEscaped;
    private int _depth;

    private enum Step
    {
        /// <summary>A value has to come.</summary>
        Value,

        /// <summary>The first value of an array, or its end.</summary>
        FirstValue,

        /// <summary>The first name of an object, or its end.</summary>
        FirstName,

        /// <summary>A name has to come.</summary>
        Name,

        /// <summary>Within a name.</summary>
        InName,

        /// <summary>Within a name, behind a backslash.</summary>
        Escape,

        /// <summary>A colon has to come.</summary>
        Colon,

        /// <summary>Within a value that is kept or dropped whole.</summary>
        InValue,

        /// <summary>A comma, or the end of what is open.</summary>
        Separator,

        /// <summary>The text is at its end.</summary>
        End,

        /// <summary>It is no JSON.</summary>
        Broken,
    }

    private ref Level Open => ref _levels[_depth - 1];

    /// <summary>Takes a piece.</summary>
    public void Write(ReadOnlySpan<byte> piece)
    {
        for (int i = 0; i < piece.Length && _step != Step.Broken; )
        {
            i += _step switch
            {
                Step.InValue => TakeValue(piece[i..]),
                Step.InName => TakeName(piece[i..]),
                _ => TakeByte(piece[i]),
            };
        }
    }

    /// <summary>Says that nothing follows.</summary>
    public void Complete()
    {
        bool isBlank = _depth == 0 && _step == Step.Value;
        // A bare number ends with the text.
        bool isWhole = _step == Step.End || (_depth == 0 && _step == Step.InValue);
        if (!isBlank && !isWhole)
        {
            output.Write(Invalid);
        }
    }

    private int TakeValue(ReadOnlySpan<byte> piece)
    {
        if (_value.TryEnd(piece, out int length))
        {
            EndValue();
        }

        if (_isKept)
        {
            output.Write(piece[..length]);
        }

        return length;
    }

    private int TakeName(ReadOnlySpan<byte> piece)
    {
        int end = piece.IndexOfAny((byte)'"', (byte)'\\');
        if (end < 0)
        {
            _name.Write(piece);
            return piece.Length;
        }

        if (piece[end] == '\\')
        {
            _name.Write(piece[..(end + 1)]);
            (_step, _isEscaped) = (Step.Escape, true);
            return end + 1;
        }

        if (_name.WrittenCount == 0)
        {
            EndName(piece[..end]);
        }
        else
        {
            _name.Write(piece[..end]);
            EndName(_name.WrittenSpan);
        }

        return end + 1;
    }

    private int TakeByte(byte one)
    {
        if (_step == Step.Escape)
        {
            _name.Write([one]);
            _step = Step.InName;
        }
        else if (one is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            TakeMark(one);
        }

        return 1;
    }

    private void TakeMark(byte one)
    {
        switch (_step, one)
        {
            case (Step.FirstName, (byte)'}'):
            case (Step.FirstValue, (byte)']'):
            case (Step.Separator, (byte)'}') when !Open.IsArray:
            case (Step.Separator, (byte)']') when Open.IsArray:
                output.Write([one]);
                _depth--;
                EndValue();
                break;
            case (Step.Separator, (byte)','):
                _step = Open.IsArray ? Step.Value : Step.Name;
                break;
            case (Step.FirstName or Step.Name, (byte)'"'):
                _name.ResetWrittenCount();
                (_step, _isEscaped) = (Step.InName, false);
                break;
            case (Step.Colon, (byte)':'):
                _step = Step.Value;
                break;
            case (Step.Value or Step.FirstValue, _):
                BeginValue(one);
                break;
            default:
                _step = Step.Broken;
                break;
        }
    }

    private void BeginValue(byte first)
    {
        if (_depth > 0 && Open.IsArray)
        {
            _next = Open.Wanted;
            Separate();
        }

        bool isOpened =
            first is (byte)'{' or (byte)'[' && _next is not null && !ReferenceEquals(_next, WantedMembers.Whole);
        if (isOpened ? _depth == MaximumDepth : !_value.Begin(first))
        {
            _step = Step.Broken;
            return;
        }

        _isKept = _next is not null;
        if (_isKept)
        {
            output.Write([first]);
        }

        if (isOpened)
        {
            _levels[_depth++] = new Level { Wanted = _next!, IsArray = first == '[' };
            _step = first == '[' ? Step.FirstValue : Step.FirstName;
        }
        else
        {
            _step = Step.InValue;
        }
    }

    private void EndName(ReadOnlySpan<byte> name)
    {
        _step = Step.Colon;
        _next = _isEscaped ? Open.Wanted.BelowEscaped(name) : Open.Wanted.Below(name);
        if (_next is not null)
        {
            Separate();
            output.Write("\""u8);
            output.Write(name);
            output.Write("\":"u8);
        }
    }

    private void EndValue() => _step = _depth == 0 ? Step.End : Step.Separator;

    private void Separate()
    {
        if (Open.HasAny)
        {
            output.Write(","u8);
        }

        Open.HasAny = true;
    }

    /// <summary>An object or array that is open, and what is wanted of it.</summary>
    private struct Level
    {
        public WantedMembers Wanted;
        public bool IsArray;
        public bool HasAny;
    }
}
