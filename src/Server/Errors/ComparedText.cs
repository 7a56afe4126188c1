namespace ClickUpMcp.Errors;

/// <summary>A text that is compared with many.</summary>
internal sealed class ComparedText
{
    private readonly ulong[] _places = new ulong[EditDistance.Letters];

    public ComparedText(string text)
    {
        Text = text;
        EditDistance.Mark(_places, text);
    }

    public string Text { get; }

    /// <summary>The share of a text that needs no edit to become the other: 1 for the same, 0 for nothing in common.</summary>
    public double SimilarityTo(ReadOnlySpan<char> other)
    {
        int longest = Math.Min(EditDistance.MaxLength, Math.Max(Text.Length, other.Length));
        return longest == 0 ? 0 : 1 - ((double)EditDistance.Between(_places, Text, other) / longest);
    }
}
