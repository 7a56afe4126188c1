namespace ClickUpMcp.Resolution;

/// <summary>A ClickUp thing as the caller named it: by id, custom id or name.</summary>
internal sealed class EntityReference(EntityKind kind, string text)
{
    private const string Quotes = "\"'`“”‘’";

    /// <summary>What kind of thing is meant.</summary>
    public EntityKind Kind { get; } = kind;

    /// <summary>The caller's words, without quotes around them all.</summary>
    public string Text { get; } = Unquoted(text);

    /// <summary>Whether it stands in the place of a list, so that commas may separate several.</summary>
    public bool MayBeSeveral { get; init; }

    /// <summary>The references that commas separate.</summary>
    public IReadOnlyList<EntityReference> Parts =>
        [
            .. Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => new EntityReference(Kind, part)),
        ];

    private static string Unquoted(string text)
    {
        string trimmed = text.Trim();
        return
            trimmed.Length > 2
            && Quotes.Contains(trimmed[0])
            && Quotes.Contains(trimmed[^1])
            && !trimmed[1..^1].Any(Quotes.Contains)
            ? trimmed[1..^1]
            : text;
    }
}
