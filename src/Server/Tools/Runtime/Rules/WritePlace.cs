namespace ClickUpMcp.Tools.Runtime;

/// <summary>A place that may be written to, as it was configured.</summary>
/// <param name="Noun">What it is: a workspace, space, folder or list.</param>
/// <param name="Text">Its name or id.</param>
internal readonly record struct WritePlace(string Noun, string Text)
{
    /// <summary>What places are.</summary>
    public static IReadOnlyList<string> Nouns { get; } = ["workspace", "space", "folder", "list"];

    private const int MostPlaces = 100;

    /// <summary>Reads a list such as <c>space:Engineering, list:90152000011</c>.</summary>
    /// <exception cref="FormatException">It names no place, or something else.</exception>
    public static IReadOnlyList<WritePlace> ParseList(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length is > 0 and <= MostPlaces
            ? [.. parts.Select(Parse)]
            : throw new FormatException(
                $"1 to {MostPlaces} places with commas, as space:Engineering,list:90152000011; leave it out for everywhere"
            );
    }

    /// <summary>Reads one place, such as <c>space:Engineering</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static WritePlace Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string noun = colon < 0 ? string.Empty : text[..colon].Trim().ToLowerInvariant();
        string place = colon < 0 ? string.Empty : text[(colon + 1)..].Trim();
        return Nouns.Contains(noun) && place.Length > 0
            ? new WritePlace(noun, place)
            : throw new FormatException(
                $"places such as space:Engineering or list:90152000011: {string.Join(", ", Nouns)}, a colon, and its name or id"
            );
    }

    public override string ToString() => $"{Noun} {Text}";
}
