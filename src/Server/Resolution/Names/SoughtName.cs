using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Resolution;

/// <summary>A name that was asked for, and how close others come to it; orders the candidates of an error.</summary>
internal sealed class SoughtName
{
    private const int LeastContained = 3;
    private const double Contained = 0.8;
    private const double OfWords = 0.95;

    private readonly ComparedText _compact;
    private readonly string _text;
    private readonly int _letters;
    private ComparedText? _address;

    public SoughtName(string text)
    {
        FoldedName folded = FoldedName.Of(text);
        _compact = new ComparedText(folded.Compact);
        _text = text;
        Parts =
            folded.Words.Length == 0 ? [] : [.. folded.Words.Split(' ').Select(static part => new ComparedText(part))];
        _letters = Parts.Sum(static part => part.Text.Length);
    }

    /// <summary>Its words written as one.</summary>
    public string Compact => _compact.Text;

    /// <summary>Its words.</summary>
    public IReadOnlyList<ComparedText> Parts { get; }

    /// <summary>How close a thing comes: 1 for the same name.</summary>
    public double ScoreOf(NamedThing thing)
    {
        string[] words = thing.Folded.Words.Split(' ');
        double similar = 0;
        foreach (ComparedText part in Parts)
        {
            similar += part.Text.Length * words.Max(word => part.SimilarityTo(word));
        }

        double score = ScoreOf(thing.Folded, similar);
        return thing.Email is { } email
            ? Math.Max(
                score,
                (_address ??= new ComparedText(_text.ToUpperInvariant())).SimilarityTo(email.ToUpperInvariant())
            )
            : score;
    }

    /// <summary>How close a name comes.</summary>
    /// <param name="name">The name.</param>
    /// <param name="similar">See <see cref="ScoreOfWords"/>.</param>
    public double ScoreOf(FoldedName name, double similar)
    {
        double score = Math.Max(_compact.SimilarityTo(name.Compact), OfContent(name.Compact, Compact));
        return Math.Max(score, ScoreOfWords(similar));
    }

    /// <summary>How close the words of a name come.</summary>
    /// <param name="similar">
    /// The sum over <see cref="Parts"/> of their similarity to the closest word of the name, times their letters: each word that was asked for
    /// counts with the word that is closest to it, and long ones count more.
    /// </param>
    public double ScoreOfWords(double similar) => _letters == 0 ? 0 : OfWords * (similar / _letters);

    private static double OfContent(string name, string sought)
    {
        (string longer, string shorter) = name.Length > sought.Length ? (name, sought) : (sought, name);
        return shorter.Length >= LeastContained && longer.Contains(shorter, StringComparison.Ordinal)
            ? Contained + ((1 - Contained) * shorter.Length / longer.Length)
            : 0;
    }
}
