using System.Globalization;
using System.Text;

namespace ClickUpMcp.Projection;

/// <summary>Counts the things of a result by who wrote them.</summary>
internal sealed class OriginCounts
{
    private readonly HashSet<(string Shape, string Id)> _seen = [];
    private readonly int[] _counts = new int[(int)TextOrigin.Unknown + 1];

    /// <summary>Counts a thing once, however often it is written.</summary>
    public void Add(string shape, string id, TextOrigin origin)
    {
        if (_seen.Add((shape, id)))
        {
            _counts[(int)origin]++;
        }
    }

    /// <summary>The counts as a JSON object; null where members wrote it all, or nobody anything.</summary>
    public string? Json
    {
        get
        {
            if (_counts.AsSpan((int)TextOrigin.Member + 1).IndexOfAnyExcept(0) < 0)
            {
                return null;
            }

            StringBuilder json = new();
            for (int origin = 0; origin < _counts.Length; origin++)
            {
                if (_counts[origin] > 0)
                {
                    json.Append(json.Length == 0 ? '{' : ',');
                    json.Append(
                        CultureInfo.InvariantCulture,
                        $"\"{AuthoredTexts.WordOf((TextOrigin)origin)}\":{_counts[origin]}"
                    );
                }
            }

            return json.Append('}').ToString();
        }
    }
}
