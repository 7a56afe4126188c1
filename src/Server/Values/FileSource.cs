namespace ClickUpMcp.Values;

/// <summary>The bytes of a file, which are read while they are sent, as often as they are sent.</summary>
internal abstract class FileSource
{
    /// <summary>How many bytes there are; null when that is not known before the last is read.</summary>
    public abstract long? Length { get; }

    /// <summary>All bytes where they are in memory; null where they are elsewhere.</summary>
    public virtual byte[]? Held => null;

    /// <summary>Reads from the first byte on; the caller disposes of the stream.</summary>
    /// <exception cref="Errors.ActionableException">The file cannot be read; so reading may also end.</exception>
    public abstract ValueTask<Stream> OpenAsync(CancellationToken cancellationToken);

    public static implicit operator FileSource(byte[] content) => new HeldFile(content);
}
