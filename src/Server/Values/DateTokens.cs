namespace ClickUpMcp.Values;

/// <summary>The words of a date phrase and how far it has been read.</summary>
internal sealed class DateTokens(string text)
{
    private readonly string[] _words =
    [
        .. text.ToLowerInvariant()
            .Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(static w => char.IsAsciiLetter(w[0]) ? w.TrimEnd('.') : w),
    ];

    /// <summary>How many words have been read; may be set back.</summary>
    public int Position { get; set; }

    /// <summary>Whether every word has been read.</summary>
    public bool AtEnd => Position >= _words.Length;

    /// <summary>The next word; empty at the end.</summary>
    public string Current => AtEnd ? string.Empty : _words[Position];

    /// <summary>Reads the given words if they come next, all of them or none.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        if (Position + words.Length > _words.Length || !words.SequenceEqual(_words.AsSpan(Position, words.Length)))
        {
            return false;
        }

        Position += words.Length;
        return true;
    }

    /// <summary>Reads the next word if <paramref name="read"/> makes something of it.</summary>
    public T? Take<T>(Func<string, T?> read)
        where T : struct
    {
        T? result = AtEnd ? null : read(Current);
        Position += result is null ? 0 : 1;
        return result;
    }
}
