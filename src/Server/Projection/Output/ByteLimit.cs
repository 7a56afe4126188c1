using System.Text;

namespace ClickUpMcp.Projection;

/// <summary>The largest result, and how to find the most that still fits.</summary>
/// <param name="Maximum">UTF-8 bytes.</param>
internal readonly record struct ByteLimit(int Maximum)
{
    /// <summary>Whether a text is within the limit.</summary>
    public bool Fits(string text) => Encoding.UTF8.GetByteCount(text) <= Maximum;

    /// <summary>The largest number from 0 to <paramref name="most"/> whose text fits, taking it that more is longer; 0 when none does.</summary>
    public int Largest(int most, Func<int, string> write)
    {
        int low = 0;
        int high = most;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Fits(write(middle)) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
