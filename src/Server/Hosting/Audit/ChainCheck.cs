using System.Globalization;

namespace ClickUpMcp.Hosting;

/// <summary>Reads lines of the audit in their order and finds where the chain is broken.</summary>
/// <param name="chain">Seals lines as the server does.</param>
internal sealed class ChainCheck(AuditChain chain)
{
    private readonly Dictionary<string, long> _runs = [];
    private readonly HashSet<string> _chains = [];

    /// <summary>Lines read so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Runs whose first lines are not there, as when old parts were deleted.</summary>
    public int Cut { get; private set; }

    /// <summary>Runs seen so far.</summary>
    public int Runs => _runs.Count;

    /// <summary>The chain of the last line; null before the first.</summary>
    public string? Last { get; private set; }

    /// <summary>Whether a line has that chain.</summary>
    public bool Has(string value) => _chains.Contains(value);

    /// <summary>Reads the next line.</summary>
    /// <returns>What is wrong with it; null when it follows on.</returns>
    public string? Read(string line)
    {
        Lines++;
        if (ChainLine.Read(line) is not { } read)
        {
            return "has no place in the chain: a server without it wrote the line, or something else did";
        }

        if (chain.Of(read.Sealed.Span) != read.Chain)
        {
            // What the line says of its place is as little worth as all else in it.
            return "was changed, or was sealed with another key";
        }

        string? problem = _runs.TryGetValue(read.Run, out long before) ? Follows(read, before) : Begins(read);
        _runs[read.Run] = Math.Max(before, read.Number);
        _chains.Add(read.Chain);
        Last = read.Chain;
        return problem;
    }

    private static string? Follows(ChainLine line, long before) =>
        line.Number == before + 1 ? null
        : line.Number <= before
            ? Say($"stands twice or in another place: line {line.Number} of run {line.Run} after line {before}")
        : Say($"comes after {line.Number - before - 1} of run {line.Run} that are missing or were changed");

    private string? Begins(ChainLine line)
    {
        if (line.Number > 1)
        {
            Cut++;
            return null;
        }

        // Before the first line there may have been parts that are deleted by now.
        return line.Previous is { } previous && Lines > 1 && !_chains.Contains(previous)
            ? Say($"begins run {line.Run} after a line that is missing or was changed")
            : null;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
