using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>What a copy came to: what was made, what failed, what was not begun, and what cannot be copied.</summary>
/// <param name="isOfOne">Whether one task alone is copied, so that nothing says of which task it speaks.</param>
internal sealed class CopyReport(bool isOfOne)
{
    private const int MostNamed = 3;
    private const int MostLines = 30;

    private readonly List<(string What, string Why, List<string> Of)> _lost = [];
    private readonly List<string> _failed = [];
    private readonly List<string> _unknown = [];
    private readonly List<string> _left = [];
    private readonly Dictionary<string, int> _made = [];

    /// <summary>Whether all was made that was to be.</summary>
    public bool IsComplete => _failed.Count == 0 && _unknown.Count == 0 && _left.Count == 0;

    /// <summary>Counts something that was made.</summary>
    /// <param name="what">What it is, as one.</param>
    public void Made(string what) => _made[what] = _made.GetValueOrDefault(what) + 1;

    /// <summary>Takes that a part cannot be copied.</summary>
    /// <param name="what">The part.</param>
    /// <param name="why">Why not.</param>
    /// <param name="of">The task that has it.</param>
    public void Lost(string what, string why, string of)
    {
        (string What, string Why, List<string> Of) known = _lost.Find(lost => lost.What == what && lost.Why == why);
        if (known.Of is null)
        {
            _lost.Add((what, why, [of]));
        }
        else if (!known.Of.Contains(of))
        {
            known.Of.Add(of);
        }
    }

    /// <summary>Takes that something was tried and surely not made.</summary>
    public void Failed(string what, ActionableException failure) => _failed.Add($"{what}: {Reason(failure)}");

    /// <summary>Takes that nobody knows whether something was made.</summary>
    public void Unknown(string what, string why) => _unknown.Add($"{what}: {why}");

    /// <summary>Takes that something was not begun.</summary>
    public void Left(string what) => _left.Add(what);

    /// <summary>What was made, as in "3 subtasks, 1 checklist"; null for nothing.</summary>
    public string? Counts =>
        _made.Count == 0 ? null : string.Join(", ", _made.Select(static made => $"{made.Value} {Plural(made)}"));

    /// <summary>What was not made, a line for each.</summary>
    public IEnumerable<string> Problems =>
        Lines("Failed", _failed)
            .Concat(Lines("Unknown, look before repeating", _unknown))
            .Concat(Lines("Not begun", _left));

    /// <summary>What cannot be copied, a line for each.</summary>
    public IEnumerable<string> Losses =>
        Lines("Not copied", [.. _lost.Select(lost => $"{lost.What}{Of(lost.Of)}: {lost.Why}")]);

    private static string Reason(ActionableException failure) => $"{failure.What} {failure.Why}".TrimEnd();

    private string Of(List<string> tasks) =>
        isOfOne ? string.Empty
        : tasks.Count <= MostNamed ? $" (of {string.Join(", ", tasks)})"
        : $" (of {string.Join(", ", tasks.Take(MostNamed))} and {tasks.Count - MostNamed} more)";

    private static IEnumerable<string> Lines(string title, IReadOnlyList<string> lines)
    {
        IEnumerable<string> shown = lines.Take(MostLines).Select(line => $"{title}: {line}");
        return lines.Count > MostLines ? shown.Append($"{title}: {lines.Count - MostLines} more.") : shown;
    }

    private static string Plural(KeyValuePair<string, int> made) =>
        made.Value == 1 ? made.Key
        : made.Key.EndsWith('y') ? $"{made.Key[..^1]}ies"
        : $"{made.Key}s";
}
