namespace ClickUpMcp.Observability;

/// <summary>Where lines go; one thread uses it.</summary>
internal interface ILineDestination
{
    /// <summary>The bytes of lines that it takes at once, for whom each write is a way to go; 0 = it takes one line.</summary>
    int BatchBytes => 0;

    /// <summary>Opens it, if it is not open.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    void Open();

    /// <summary>Writes a line, or all the lines of a batch or none, and opens the destination before if need be.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Write(ReadOnlySpan<byte> line);

    /// <summary>Closes it; the next line opens it anew. Never throws.</summary>
    void Close();
}
