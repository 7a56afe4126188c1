namespace ClickUpMcp.Observability;

/// <summary>Where lines go; one thread uses it.</summary>
internal interface ILineDestination
{
    /// <summary>Opens it, if it is not open.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    void Open();

    /// <summary>Writes a line, and opens the destination before if need be.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Write(ReadOnlySpan<byte> line);

    /// <summary>Closes it; the next line opens it anew. Never throws.</summary>
    void Close();
}
