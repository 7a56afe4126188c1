namespace ClickUpMcp.Api;

/// <summary>What the handlers of one request know of the call it is sent for.</summary>
internal sealed class SendContext(ClickUpRequest request, long ownDeadline, TimeProvider time)
{
    private static readonly HttpRequestOptionsKey<SendContext> Key = new(nameof(SendContext));

    private readonly IUpstreamCall? _call = request.Call;

    /// <inheritdoc cref="ClickUpRequest.PathTemplate"/>
    public string PathTemplate => request.PathTemplate;

    /// <summary>What the message was made of.</summary>
    public ClickUpRequest Request => request;

    /// <summary>What the call may send; null without a call. Asked anew each time: another tool may run by now.</summary>
    public CallPermission? Permission => _call?.Permission;

    /// <inheritdoc cref="IUpstreamCall.Rehearsal"/>
    public IRehearsal? Rehearsal => _call?.Rehearsal;

    /// <inheritdoc cref="IUpstreamCall.Journal"/>
    public IWriteJournal? Journal => _call?.Journal;

    /// <summary>How often the request was tried before; counted only where somebody listens.</summary>
    public int Attempts { get; set; }

    /// <summary>After a 429: how long the budget is closed; null before one.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Called while an attempt sends a body, for each piece of it that is gone; null between attempts.</summary>
    public Action? OnMoved { get; set; }

    /// <summary>Says that a piece of the body is gone.</summary>
    public void Moved() => OnMoved?.Invoke();

    /// <summary>Puts the context on a message.</summary>
    /// <param name="message">The request.</param>
    /// <param name="request">What it was made of.</param>
    /// <param name="patience">Without a call: how long the request may wait.</param>
    /// <param name="time">The clock.</param>
    public static void Attach(HttpRequestMessage message, ClickUpRequest request, TimeSpan patience, TimeProvider time)
    {
        long deadline = time.GetTimestamp() + (long)(patience.TotalSeconds * time.TimestampFrequency);
        message.Options.Set(Key, new SendContext(request, deadline, time));
    }

    /// <summary>The context of a message.</summary>
    public static SendContext Of(HttpRequestMessage message) =>
        message.Options.TryGetValue(Key, out SendContext? context)
            ? context
            : throw new InvalidOperationException("The request was not sent by the client.");

    /// <summary>Whether something that takes so long ends before the call does. Asked anew each time: calls may join.</summary>
    public bool Fits(TimeSpan wait) =>
        _call is { MayWait: false }
            ? wait <= TimeSpan.Zero
            : wait <= time.GetElapsedTime(time.GetTimestamp(), _call?.Deadline ?? ownDeadline);

    /// <inheritdoc cref="IUpstreamCall.Waiting"/>
    public void Waiting(TimeSpan left) => _call?.Waiting(left);

    /// <inheritdoc cref="IUpstreamCall.Waited"/>
    public void Waited(TimeSpan waited) => _call?.Waited(waited);

    /// <inheritdoc cref="IUpstreamCall.Paced"/>
    public void Paced(int perMinute) => _call?.Paced(perMinute);

    /// <inheritdoc cref="IUpstreamCall.Sending"/>
    public void Sending(bool changes) => _call?.Sending(changes);

    /// <inheritdoc cref="IUpstreamCall.Responded"/>
    public void Responded(int status) => _call?.Responded(status);
}
