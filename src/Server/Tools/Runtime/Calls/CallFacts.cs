using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a transport and the audit learn of one tool call besides its result; of its content the arguments alone, for their digest.</summary>
/// <remarks>Written while the call runs, by one request after the other or by several at once.</remarks>
internal sealed class CallFacts
{
    private long _waitedTicks;
    private int _upstreamStatus;

    /// <summary>The tool's name in the catalogue; null when there is none by the name that was called.</summary>
    public string? Tool { get; set; }

    /// <summary>The tool that it ran in its place; null when it ran none.</summary>
    public string? Inner { get; set; }

    /// <summary>What the tool that ran was asked; null when its arguments were refused.</summary>
    public BoundArguments? Arguments { get; set; }

    /// <summary>The id of the workspace that it worked in; null when it needed none.</summary>
    public string? Workspace { get; set; }

    /// <summary>The kind of failure, or the API's own code; null when there is none.</summary>
    public string? Error { get; private set; }

    /// <summary>Whether the server or the API failed, or let no call in, rather than what was asked of it.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>When a call limit refused: the time until it lets a call in again.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>When the principal's scopes do not allow the call: all that it takes.</summary>
    public ToolScopes? NeededScopes { get; private set; }

    /// <summary>The last status that the API responded with; 0 when it was not asked.</summary>
    public int UpstreamStatus => Volatile.Read(ref _upstreamStatus);

    /// <summary>The time that requests of the call spent waiting for the rate limit.</summary>
    public TimeSpan Waited => TimeSpan.FromTicks(Volatile.Read(ref _waitedTicks));

    /// <summary>Notes why the call failed.</summary>
    public void Failed(ActionableException error)
    {
        var api = error as ClickUpApiException;
        var refused = error as CallsRefusedException;
        Error = api?.Code ?? api?.Kind.ToString() ?? refused?.Reason.ToString() ?? "Arguments";
        RetryAfter = refused?.RetryAfter;
        IsBroken =
            refused is not null
            || api
                is { Kind: not (ApiErrorKind.Invalid or ApiErrorKind.NotFoundOrNoAccess or ApiErrorKind.NotAllowed) };
    }

    /// <summary>Notes a failure that no exception of ours stands for.</summary>
    /// <param name="error">What it is called.</param>
    /// <param name="isBroken">See <see cref="IsBroken"/>.</param>
    public void Failed(string error, bool isBroken = false) => (Error, IsBroken) = (error, isBroken);

    /// <summary>Notes that the principal's scopes do not allow the call.</summary>
    /// <param name="needed">All that it takes.</param>
    public void LackedScope(ToolScopes needed)
    {
        Error = "InsufficientScope";
        NeededScopes = needed;
    }

    public void AddWait(TimeSpan waited) => Interlocked.Add(ref _waitedTicks, waited.Ticks);

    public void Responded(int status) => Volatile.Write(ref _upstreamStatus, status);
}
