using System.Text;

namespace ClickUpMcp.Projection;

/// <summary>A string builder for each thread, which keeps its memory from one result to the next.</summary>
internal static class KeptBuilder
{
    // Most results are shorter, and none is kept that is longer.
    private const int Capacity = 16 * 1024;

    [ThreadStatic]
    private static StringBuilder? _kept;

    /// <summary>An empty builder, another one while the thread's is in use.</summary>
    public static StringBuilder Take()
    {
        StringBuilder? kept = _kept;
        _kept = null;
        return kept ?? new StringBuilder(Capacity);
    }

    /// <summary>What a builder holds; it is not to be used any more.</summary>
    public static string Finish(StringBuilder builder)
    {
        string text = builder.ToString();
        if (builder.Capacity <= Capacity)
        {
            _kept = builder.Clear();
        }

        return text;
    }
}
