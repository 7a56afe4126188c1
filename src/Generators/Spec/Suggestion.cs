using ClickUpMcp.Errors;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The helpful half of an "unknown name" message.</summary>
internal static class Suggestion
{
    // More would hide the mistake that the message is about.
    private const int MostListed = 40;

    /// <summary>"did you mean 'x'?" for a near miss, otherwise the list of what there is, as far as it is short.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        string[] all = [.. candidates];
        string? best = null;
        int bestDistance = Math.Max(2, name.Length / 3) + 1;
        foreach (string candidate in all)
        {
            // A word cut short ("bool") is as near a miss as one with a letter wrong.
            int distance = IsBeginning(name, candidate)
                ? 1
                : EditDistance.Between(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best is not null ? $"did you mean '{best}'?"
            : all.Length == 0 ? "there are none"
            : all.Length <= MostListed ? "known are: " + string.Join(", ", all)
            : $"known are {all.Length}, such as " + string.Join(", ", all.Take(5));
    }

    private static bool IsBeginning(string name, string candidate) =>
        name.Length >= 3 && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
