using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Words what a bulk call did: failures first, then what is not known, then what was done, as short as it can be.</summary>
/// <param name="tool">The tool's name.</param>
/// <param name="timeOf">How long so many requests take; nothing where that is not known.</param>
internal sealed class BulkReport(string tool, Func<int, TimeSpan> timeOf)
{
    // Beyond these, ids say enough.
    private const int MostNamed = 50;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly List<string> _head = [];
    private TimeSpan _took;
    private bool _isStopped;

    /// <summary>Takes how the items were chosen.</summary>
    public void Chosen(BulkSelection found, string[] remarks)
    {
        // How many it fits is said with what was done to them.
        if (found.Items.Count == 0)
        {
            _head.Add("where fits nothing.");
        }

        _head.AddRange(found.LeftOut is { } leftOut ? [leftOut] : []);
        _head.AddRange(found.Notes);
        _head.AddRange(remarks);
    }

    /// <summary>Takes how long the call wrote, and whether it was stopped.</summary>
    public void Took(TimeSpan time, bool isStopped)
    {
        _took = time;
        _isStopped = isStopped;
    }

    /// <summary>How long so many items take, each a request at least, in words after a comma; empty when it is not long.</summary>
    public string Estimate(int items) =>
        timeOf(items) is var time && time >= Long
            ? $", which takes {DurationText.Format((long)time.TotalMilliseconds)} or more at ClickUp's rate limit"
            : string.Empty;

    /// <summary>There is nothing to do.</summary>
    public ToolResult Nothing() => Show([.. _head, "Nothing was done."], isError: false);

    /// <summary>What would be done.</summary>
    public ToolResult Planned(IReadOnlyList<BulkItem> items, JsonElement general)
    {
        List<string> lines =
        [
            .. _head,
            $"Dry run: {tool} would be done for {items.Count}, all of which are valid{Estimate(items.Count)}; nothing was changed.",
        ];
        string common = general.GetRawText();
        if (general.EnumerateObject().Any())
        {
            lines.Add($"For all: {common}");
        }

        lines.AddRange(items.Select(static item => $"- {item.Label}{Own(item)}"));
        return Show(lines, isError: false);
    }

    /// <summary>How many there are of each outcome.</summary>
    public string Headline(IReadOnlyList<BulkItem> items)
    {
        StringBuilder text = new(_isStopped ? $"{tool} was stopped: " : $"{tool}: ");
        text.Append(CultureInfo.InvariantCulture, $"{Count(items, BulkState.Done)} of {items.Count} done");
        Append(BulkState.Failed, "failed");
        Append(BulkState.Unknown, "unknown");
        Append(BulkState.NotStarted, "not started");
        return text.Append('.').ToString();

        void Append(BulkState state, string word)
        {
            if (Count(items, state) is > 0 and var count)
            {
                text.Append(CultureInfo.InvariantCulture, $", {count} {word}");
            }
        }
    }

    /// <summary>What was done.</summary>
    public ToolResult Written(IReadOnlyList<BulkItem> items)
    {
        List<string> lines = [.. _head, Headline(items)];
        if (_took >= Long)
        {
            lines.Add(
                $"It took {DurationText.Format((long)_took.TotalMilliseconds)}, at the pace that ClickUp allows."
            );
        }

        string[] shared = Shared(items);
        lines.AddRange(shared);
        AddAll(lines, "Failed, nothing of it done:", Of(items, BulkState.Failed), shared);
        AddAll(lines, "Unknown, look before repeating:", Of(items, BulkState.Unknown), shared);
        if (Of(items, BulkState.NotStarted) is [_, ..] left)
        {
            lines.Add(
                $"Not started, to be named in another call{Estimate(left.Length)}: {string.Join(", ", left.Select(static item => item.Id ?? item.Path))}"
            );
        }

        AddDone(lines, Of(items, BulkState.Done), shared);
        return Show(lines, isError: Count(items, BulkState.Done) == 0);
    }

    private static void AddDone(List<string> lines, BulkItem[] done, string[] shared)
    {
        BulkItem[] told = [.. done.Where(item => Rest(item, shared) is not null)];
        // What is said of several is said once for them.
        ILookup<bool, IGrouping<string?, BulkItem>> alike = told.GroupBy(
                item => Rest(item, shared),
                StringComparer.Ordinal
            )
            .ToLookup(static items => items.Skip(1).Any());
        foreach (IGrouping<string?, BulkItem> items in alike[true])
        {
            lines.Add($"Done, but: {items.Key}");
            lines.AddRange(items.Select(static item => $"- {item.Label}"));
        }

        AddAll(lines, "Done, but:", [.. alike[false].SelectMany(static items => items)], shared);
        BulkItem[] plain = [.. done.Except(told)];
        string[] said = [.. plain.Where(item => !IsBare(item)).Select(static item => $"- {item.Said ?? item.Label}")];
        if (said.Length > 0)
        {
            lines.Add("Done:");
            lines.AddRange(said);
        }

        string[] bare = [.. plain.Where(IsBare).Select(static item => item.Id ?? item.Label)];
        if (bare.Length > 0)
        {
            lines.Add($"Done: {string.Join(", ", bare)}");
        }

        bool IsBare(BulkItem item) => item.Said is null && (plain.Length > MostNamed || item.IsIdEnough);
    }

    private static void AddAll(List<string> lines, string title, BulkItem[] items, string[] shared)
    {
        if (items.Length > 0)
        {
            lines.Add(title);
            lines.AddRange(items.Select(item => $"- {item.Label}: {Rest(item, shared)}"));
        }
    }

    // What is said of every item is said once.
    private static string[] Shared(IReadOnlyList<BulkItem> items)
    {
        BulkItem[] done = Of(items, BulkState.Done);
        return done.Length > 1 && done[0].Text is { } text && Array.TrueForAll(done, item => item.Text == text)
            ? [text]
            : [];
    }

    private static string? Rest(BulkItem item, string[] shared) =>
        item.Text is { } text && !shared.Contains(text) ? text : null;

    private static string Own(BulkItem item)
    {
        string own = string.Join(
            ", ",
            item.Given.EnumerateObject()
                .Skip(1)
                .Select(static member => $"{JsonText.Name(member)} {member.Value.GetRawText()}")
        );
        return own.Length == 0 ? string.Empty : $": {own}";
    }

    private static BulkItem[] Of(IReadOnlyList<BulkItem> items, BulkState state) =>
        [.. items.Where(item => item.State == state)];

    private static int Count(IReadOnlyList<BulkItem> items, BulkState state) =>
        items.Count(item => item.State == state);

    private static ToolResult Show(IEnumerable<string> lines, bool isError) =>
        new(string.Join('\n', lines.Select(OutputSanitizer.CleanLine)), isError);
}
