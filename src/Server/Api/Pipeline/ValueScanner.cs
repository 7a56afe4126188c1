using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClickUpMcp.Api;

/// <summary>Finds the end of a JSON value that arrives in pieces, without looking at what it says.</summary>
/// <remarks>
/// 64 bytes at a time: one bit for each quote and each bracket, of which those in strings do not count. Brackets are counted and not paired: a value that
/// is kept is parsed afterwards, and nobody reads the others.
/// </remarks>
internal struct ValueScanner
{
    private const int Block = 64;

    // What sets '{' apart from '[', and '}' from ']'.
    private const byte CaseBit = 0x20;

    private static readonly SearchValues<byte> EndOfText = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> EndOfScalar = SearchValues.Create(",]} \t\r\n"u8);

    private int _depth;
    private bool _isText;
    private bool _isEscaped;

    /// <summary>Begins a value.</summary>
    /// <param name="first">Its first byte.</param>
    /// <returns>Whether a value can begin with it.</returns>
    public bool Begin(byte first)
    {
        (_isText, _isEscaped, _depth) = (first == '"', false, first is (byte)'{' or (byte)'[' ? 1 : 0);
        return _isText || _depth > 0 || first is (byte)'-' or (byte)'t' or (byte)'f' or (byte)'n' || IsDigit(first);
    }

    /// <summary>Goes on behind the first byte of a value, or at the beginning of the next piece.</summary>
    /// <param name="piece">What has come.</param>
    /// <param name="length">How many of its bytes belong to the value.</param>
    /// <returns>Whether the value ends there; else all of the piece belongs to it.</returns>
    public bool TryEnd(ReadOnlySpan<byte> piece, out int length)
    {
        if (_depth > 0)
        {
            return TryEndBrackets(piece, out length);
        }

        if (_isText)
        {
            return TryEndText(piece, out length);
        }

        int end = piece.IndexOfAny(EndOfScalar);
        length = end < 0 ? piece.Length : end;
        return end >= 0;
    }

    private bool TryEndText(ReadOnlySpan<byte> piece, out int length)
    {
        length = 0;
        while (length < piece.Length)
        {
            if (_isEscaped)
            {
                _isEscaped = false;
                length++;
                continue;
            }

            int found = piece[length..].IndexOfAny(EndOfText);
            if (found < 0)
            {
                break;
            }

            length += found + 1;
            if (piece[length - 1] == '"')
            {
                _isText = false;
                return true;
            }

            _isEscaped = true;
        }

        length = piece.Length;
        return false;
    }

    private bool TryEndBrackets(ReadOnlySpan<byte> piece, out int length)
    {
        int i = 0;
        while (i + Block <= piece.Length)
        {
            Masks found = Masks.Of(piece.Slice(i, Block));
            if (_isEscaped || found.Backslashes != 0)
            {
                if (TryEndByBytes(piece.Slice(i, Block), out length))
                {
                    length += i;
                    return true;
                }

                i += Block;
                continue;
            }

            ulong texts = InTexts(found.Quotes) ^ (_isText ? ulong.MaxValue : 0);
            ulong opening = found.Opening & ~texts;
            ulong closing = found.Closing & ~texts;
            if (_depth <= BitOperations.PopCount(closing))
            {
                for (ulong brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
                {
                    int at = BitOperations.TrailingZeroCount(brackets);
                    _depth += (opening & (1UL << at)) != 0 ? 1 : -1;
                    if (_depth == 0)
                    {
                        _isText = false;
                        length = i + at + 1;
                        return true;
                    }
                }
            }
            else
            {
                _depth += BitOperations.PopCount(opening) - BitOperations.PopCount(closing);
            }

            _isText = (long)texts < 0;
            i += Block;
        }

        bool isEnd = TryEndByBytes(piece[i..], out length);
        length += i;
        return isEnd;
    }

    private bool TryEndByBytes(ReadOnlySpan<byte> piece, out int length)
    {
        for (length = 0; length < piece.Length; length++)
        {
            byte one = piece[length];
            if (_isText)
            {
                _isText = one != '"' || _isEscaped;
                _isEscaped = !_isEscaped && one == '\\';
                continue;
            }

            switch (one | CaseBit)
            {
                case '"' | CaseBit when one == '"':
                    _isText = true;
                    break;
                case '{':
                    _depth++;
                    break;
                case '}' when --_depth == 0:
                    length++;
                    return true;
            }
        }

        return false;
    }

    /// <summary>From the quotes, the bits of texts: from each opening quote up to the closing one.</summary>
    private static ulong InTexts(ulong quotes)
    {
        for (int shift = 1; shift < Block; shift *= 2)
        {
            quotes ^= quotes << shift;
        }

        return quotes;
    }

    private static bool IsDigit(byte one) => one is >= (byte)'0' and <= (byte)'9';

    /// <summary>Where in a block what stands.</summary>
    private readonly record struct Masks(ulong Quotes, ulong Backslashes, ulong Opening, ulong Closing)
    {
        public static Masks Of(ReadOnlySpan<byte> block)
        {
            ref byte first = ref MemoryMarshal.GetReference(block);
            (ulong quotes, ulong backslashes, ulong opening, ulong closing) = (0, 0, 0, 0);
            for (int i = 0; i < Block; i += Vector128<byte>.Count)
            {
                Vector128<byte> bytes = Vector128.LoadUnsafe(ref first, (nuint)i);
                Vector128<byte> folded = bytes | Vector128.Create(CaseBit);
                quotes |= BitsOf(bytes, (byte)'"') << i;
                backslashes |= BitsOf(bytes, (byte)'\\') << i;
                opening |= BitsOf(folded, (byte)'{') << i;
                closing |= BitsOf(folded, (byte)'}') << i;
            }

            return new Masks(quotes, backslashes, opening, closing);
        }

        private static ulong BitsOf(Vector128<byte> bytes, byte sought) =>
            Vector128.Equals(bytes, Vector128.Create(sought)).ExtractMostSignificantBits();
    }
}
