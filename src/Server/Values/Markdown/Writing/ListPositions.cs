namespace ClickUpMcp.Values;

/// <summary>Knows which numbered lists Markdown sees as going on, and what sign keeps one apart from the list before it.</summary>
internal sealed class ListPositions
{
    private readonly int[] _numbers = new int[ListNumbers.MaximumIndent + 1];
    private readonly char[] _signs = new char[ListNumbers.MaximumIndent + 1];

    /// <summary>What stands behind the number.</summary>
    public char Sign(int indent) => _signs[indent];

    /// <summary>Adds an item; one with another number than the next begins a list.</summary>
    public void Continue(int number, int indent)
    {
        bool isNext = _signs[indent] != default && _numbers[indent] + 1 == number;
        char sign = isNext || _signs[indent] != '.' ? '.' : ')';
        Set(indent, number, isNext ? _signs[indent] : sign);
    }

    /// <summary>Adds an item of no other as it is written, unless Markdown would give it another number.</summary>
    public bool Takes(int number, string text)
    {
        char sign = text[text.AsSpan().IndexOfAny('.', ')')];
        bool isTaken = _signs[0] != sign || _numbers[0] + 1 == number;
        if (isTaken)
        {
            Set(indent: 0, number, sign);
        }

        return isTaken;
    }

    /// <summary>Ends the lists from this depth on.</summary>
    public void End(int indent)
    {
        Array.Clear(_signs, indent, _signs.Length - indent);
        Array.Clear(_numbers, indent, _numbers.Length - indent);
    }

    private void Set(int indent, int number, char sign)
    {
        End(indent);
        (_numbers[indent], _signs[indent]) = (number, sign);
    }
}
