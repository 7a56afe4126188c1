namespace ClickUpMcp.Values;

/// <summary>A name in the forms in which names are compared.</summary>
internal sealed class FoldedName
{
    private FoldedName(string plain)
    {
        Plain = plain;
        Words = NameFolding.ToWords(plain);
        Compact = NameFolding.Join(Words);
    }

    /// <summary>Without what readers do not see: case, runs of white space, invisible characters, the Unicode form.</summary>
    public string Plain { get; }

    /// <summary>Its words with one space between; without punctuation and diacritics. Empty for a name of signs alone.</summary>
    public string Words { get; }

    /// <summary>Its words written as one, so that "webapp" is "Web App".</summary>
    public string Compact { get; }

    public static FoldedName Of(string text) => new(NameFolding.ToPlain(text));

    /// <summary>Whether it is the same name, however it is spaced, punctuated or accented.</summary>
    public bool IsWhole(FoldedName other) => Plain == other.Plain || (Compact.Length > 0 && Compact == other.Compact);
}
