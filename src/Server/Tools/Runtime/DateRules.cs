using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Holds the dates of a call to the rules of its tool.</summary>
internal static class DateRules
{
    // The caller's clock may be ahead of this machine's.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Checks all rules.</summary>
    /// <exception cref="ActionableException">One is broken.</exception>
    public static void Check(DateRule[] rules, IReadOnlyDictionary<string, DatedArgument> dates, DateTimeOffset now)
    {
        foreach (DateRule rule in rules)
        {
            string[] given = [.. rule.Arguments.Where(dates.ContainsKey)];
            if (rule.Kind == DateRuleKind.NotFuture)
            {
                CheckPast(given, dates, now);
                continue;
            }

            foreach ((string first, string second) in given.Zip(given.Skip(1)))
            {
                CheckOrder(first, second, dates, rule.Kind == DateRuleKind.Increasing);
            }
        }
    }

    private static void CheckOrder(
        string first,
        string second,
        IReadOnlyDictionary<string, DatedArgument> dates,
        bool isStrict
    )
    {
        long distance = dates[second].Date.UnixMilliseconds - dates[first].Date.UnixMilliseconds;
        if (distance < 0 || (isStrict && distance == 0))
        {
            throw new ActionableException(
                $"{second} is {(distance == 0 ? "the same as" : "before")} {first}.",
                $"{first} is {dates[first].Meaning}, {second} is {dates[second].Meaning}. Nothing was sent.",
                $"Put {second} after {first}."
            );
        }
    }

    private static void CheckPast(string[] names, IReadOnlyDictionary<string, DatedArgument> dates, DateTimeOffset now)
    {
        long latest = (now + Tolerance).ToUnixTimeMilliseconds();
        if (Array.Find(names, name => dates[name].Date.UnixMilliseconds > latest) is { } future)
        {
            throw new ActionableException(
                $"{future} is in the future.",
                $"It is {dates[future].Meaning}, and time can only be logged once it has passed. Nothing was sent.",
                $"Give a time in the past for {future}."
            );
        }
    }
}
