using System.Runtime.InteropServices;

namespace ClickUpMcp.Hosting;

/// <summary>A value that is never printed; it lives in memory only.</summary>
internal sealed class Secret(string value)
{
    /// <summary>The value itself: for the request that authenticates, and nothing else.</summary>
    public string Reveal() => value;

    /// <summary>The same value at another place, which <see cref="Erase"/> of this one leaves.</summary>
    public Secret Copy() => new(new string(value.AsSpan()));

    /// <summary>Overwrites the value where it stands, for a text that was made for this secret alone.</summary>
    /// <remarks>A string is freed when nobody refers to it, but its letters stay in memory until something else is put there.</remarks>
    public void Erase() => MemoryMarshal.AsMemory(value.AsMemory()).Span.Clear();

    public override string ToString() => "(hidden)";
}
