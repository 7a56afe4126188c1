using ClickUpMcp.Api;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A running tool call as the way to the API sees it; tells the caller when it waits.</summary>
/// <param name="progress">Where the caller hears of it.</param>
/// <param name="deadline">How long the call may take.</param>
/// <param name="time">The clock.</param>
/// <param name="facts">Takes how long requests waited; null takes nothing.</param>
/// <param name="extend">Gives the call more time, and says how much it then has in all; null gives none.</param>
internal sealed class WaitingCall(
    IProgressReporter progress,
    TimeSpan deadline,
    TimeProvider time,
    CallFacts? facts = null,
    Func<TimeSpan>? extend = null
) : IUpstreamCall
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _longest = deadline;
    private double _done;
    private double? _total;
    private bool _counts;
    private bool _hasEntered;
    private IReadOnlyList<CallRule>[] _rules = [];

    public long Deadline => _start + (long)(_longest.TotalSeconds * time.TimestampFrequency);

    public bool MayWait { get; init; } = true;

    /// <summary>What it may send: nothing but GET until a tool runs.</summary>
    public CallPermission Permission { get; private set; } = CallPermission.Get;

    /// <summary>Takes what the tool that runs may send, within what the one in whose place it runs may.</summary>
    public void Enter(CallPermission permission)
    {
        Permission = _hasEntered ? Permission.For(permission) : permission;
        _hasEntered = true;
    }

    /// <summary>Whether what it would change must be confirmed.</summary>
    public CallConfirmation Confirmation { get; init; } = new(ConfirmationRule.Never);

    /// <summary>The rules of places that are about it: of the tool that runs, and of the one in whose place it runs.</summary>
    public IReadOnlyList<IReadOnlyList<CallRule>> Rules => _rules;

    /// <summary>Takes rules of places.</summary>
    public void AddRules(IReadOnlyList<CallRule> rules) => _rules = [.. _rules, rules];

    /// <summary>Takes what would write; once there, nothing of this call is written any more.</summary>
    public IRehearsal? Rehearsal => Rehearsed;

    /// <inheritdoc cref="Rehearsal"/>
    public Rehearsal? Rehearsed { get; private set; }

    /// <summary>Notes what it changes; null where nothing is noted.</summary>
    public IWriteJournal? Journal { get; set; }

    /// <summary>Makes it a dry run.</summary>
    public Rehearsal Rehearse(Rehearsal rehearsal) => Rehearsed ??= rehearsal;

    /// <summary>What the session may still use; null for no end.</summary>
    public SessionBudget? Budget { get; init; }

    /// <summary>How many requests a minute the API takes; null where none was sent yet, or nothing is paced.</summary>
    public int? PerMinute { get; private set; }

    /// <summary>How long the call may still take.</summary>
    public TimeSpan Left => _longest - time.GetElapsedTime(_start);

    /// <summary>Gives the call the time of one that writes many things.</summary>
    public void Extend() => _longest = extend?.Invoke() ?? _longest;

    /// <summary>Says how many things of the call are done; from then on waiting is told in the same measure.</summary>
    public void Report(double done, double? total, string message)
    {
        lock (_lock)
        {
            _done = Math.Max(_done, done);
            _total = total;
            _counts = true;
            progress.Report(_done, _total, message);
        }
    }

    public void Waiting(TimeSpan left)
    {
        string message =
            left > TimeSpan.Zero
                ? $"Waiting for ClickUp's rate limit, about {Math.Ceiling(left.TotalSeconds)} s more."
                : "Waiting for earlier requests to ClickUp.";
        lock (_lock)
        {
            progress.Report(!_counts ? time.GetElapsedTime(_start).TotalSeconds : _done, _total, message);
        }
    }

    public void Sending(bool changes) => Budget?.TakeRequest(changes);

    public void Waited(TimeSpan waited) => facts?.AddWait(waited);

    public void Paced(int perMinute) => PerMinute = perMinute;

    public void Responded(int status) => facts?.Responded(status);
}
