namespace ClickUpMcp.Projection;

/// <summary>Where a raw thing shows who wrote it, and which of its texts they wrote.</summary>
/// <param name="By">Members that hold the author; the first that is there counts.</param>
/// <param name="Names">Paths to short texts, which other results repeat.</param>
/// <param name="Texts">Paths to the other texts.</param>
internal sealed record AuthorRule(string[] By, string[] Names, string[] Texts)
{
    /// <summary>The members on the way to each short text.</summary>
    public string[][] NamePaths { get; } = Array.ConvertAll(Names, Steps);

    /// <summary>The members on the way to each of the other texts.</summary>
    public string[][] TextPaths { get; } = Array.ConvertAll(Texts, Steps);

    // Arrays on the way are gone through whatever the path says.
    private static string[] Steps(string path) => path.Replace("[]", "", StringComparison.Ordinal).Split('.');
}
