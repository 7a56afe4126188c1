using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>A pooled buffer in which one outgoing message is put together.</summary>
internal sealed class MessageBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ByteArrays.Rent(1024);
    private int _length;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>The same, to be used before the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Appends bytes as they are.</summary>
    public MessageBuffer Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        _length += utf8.Length;
        return this;
    }

    /// <summary>Appends a number; it must be finite.</summary>
    public MessageBuffer Append(double number)
    {
        Utf8Formatter.TryFormat(number, GetSpan(32), out int count);
        _length += count;
        return this;
    }

    /// <summary>Appends a JSON string, quotes included; only what JSON demands is escaped, since every byte costs the reader.</summary>
    public MessageBuffer AppendString(ReadOnlySpan<char> text)
    {
        Append("\""u8);
        while (!text.IsEmpty)
        {
            text = text[AppendPlain(text)..];
            int other = LengthOfOther(text);
            AppendText(text[..other]);
            text = text[other..];
            if (!text.IsEmpty && text[0] < ' ')
            {
                AppendEscape(text[0]);
                text = text[1..];
            }
        }

        return Append("\""u8);
    }

    /// <summary>Appends bytes as a JSON string of base64, quotes included.</summary>
    public MessageBuffer AppendBase64(ReadOnlySpan<byte> bytes)
    {
        Append("\""u8);
        Base64.EncodeToUtf8(bytes, GetSpan(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out int count);
        _length += count;
        return Append("\""u8);
    }

    /// <summary>Appends JSON as it is.</summary>
    public MessageBuffer AppendJson(ReadOnlySpan<char> json)
    {
        AppendText(json);
        return this;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Dispose()
    {
        ByteArrays.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    /// <summary>Appends ASCII up to what is none, or for which there is no room; what it took.</summary>
    /// <remarks>Unit by unit: texts of tools have a quote or a tab every few letters.</remarks>
    private int AppendPlain(ReadOnlySpan<char> text)
    {
        Span<byte> free = GetSpan(text.Length + 2);
        int taken = 0;
        int written = 0;
        for (; taken < text.Length && written < free.Length - 1; taken++)
        {
            char unit = text[taken];
            if (unit is < ' ' or '"' or '\\' or > '~')
            {
                byte escape = ShortEscape(unit);
                if (escape == 0)
                {
                    break;
                }

                free[written++] = (byte)'\\';
                free[written++] = escape;
            }
            else
            {
                free[written++] = (byte)unit;
            }
        }

        _length += written;
        return taken;
    }

    private static int LengthOfOther(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && text[length] > '~')
        {
            length++;
        }

        return length;
    }

    private static byte ShortEscape(char unit) =>
        unit switch
        {
            '"' or '\\' => (byte)unit,
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => 0,
        };

    private void AppendText(ReadOnlySpan<char> text)
    {
        // UTF-16 needs at most three UTF-8 bytes a unit; half a surrogate pair becomes U+FFFD.
        Utf8.FromUtf16(text, GetSpan(text.Length * 3), out _, out int count);
        _length += count;
    }

    private void AppendEscape(char character)
    {
        if (ShortEscape(character) is not 0 and var escape)
        {
            Append([(byte)'\\', escape]);
            return;
        }

        Append("\\u"u8);
        Utf8Formatter.TryFormat((ushort)character, GetSpan(4), out int count, new StandardFormat('x', 4));
        _length += count;
    }

    private void Reserve(int size)
    {
        int needed = _length + Math.Max(size, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        byte[] larger = ByteArrays.Rent(Math.Max(needed, _bytes.Length * 2));
        Written.CopyTo(larger);
        ByteArrays.Return(_bytes);
        _bytes = larger;
    }
}
