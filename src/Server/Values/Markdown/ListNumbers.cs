namespace ClickUpMcp.Values;

/// <summary>Counts as ClickUp does: items that follow each other are numbered from 1, at each depth of its own.</summary>
internal sealed class ListNumbers
{
    /// <summary>How deep lines can be set in.</summary>
    public const int MaximumIndent = 8;

    private readonly int[] _counts = new int[MaximumIndent + 1];

    /// <summary>The number that the next item shows at this depth.</summary>
    public int Next(int indent) => _counts[Math.Min(indent, MaximumIndent)] + 1;

    /// <summary>Counts a line.</summary>
    public void Add(LineFormat line)
    {
        int indent = Math.Min(line.Indent, MaximumIndent);
        if (line.Kind == LineKind.Ordered)
        {
            _counts[indent]++;
            Array.Clear(_counts, indent + 1, MaximumIndent - indent);
        }
        else
        {
            int from = line.Kind is LineKind.Paragraph or LineKind.Code ? 0 : indent;
            Array.Clear(_counts, from, MaximumIndent + 1 - from);
        }
    }
}
