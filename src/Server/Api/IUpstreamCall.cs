namespace ClickUpMcp.Api;

/// <summary>The tool call that requests are sent for: how long it may take, and who hears that it waits.</summary>
internal interface IUpstreamCall
{
    /// <summary>The timestamp of the clock at which the call ends, finished or not.</summary>
    long Deadline { get; }

    /// <summary>Whether its requests wait where the budget is spent or others wait; else they fail at once and leave it to those.</summary>
    bool MayWait => true;

    /// <summary>What it may send.</summary>
    CallPermission Permission => CallPermission.Get;

    /// <summary>Takes what would write, of a call that only shows it; null for a call that writes.</summary>
    IRehearsal? Rehearsal => null;

    /// <summary>Notes what it changes; null where nothing is noted.</summary>
    IWriteJournal? Journal => null;

    /// <summary>Tells the caller that a request waits.</summary>
    /// <param name="left">About how much longer; zero when that is not known.</param>
    void Waiting(TimeSpan left);

    /// <summary>Notes that a request has waited for the rate limit.</summary>
    void Waited(TimeSpan waited) { }

    /// <summary>Notes how many requests a minute ClickUp takes of the credential that sends.</summary>
    void Paced(int perMinute) { }

    /// <summary>Takes that a request is to be sent.</summary>
    /// <param name="changes">Whether it changes something there.</param>
    /// <exception cref="ClickUpMcp.Errors.ActionableException">The caller has used all that it may.</exception>
    void Sending(bool changes) { }

    /// <summary>Notes that ClickUp has answered a request.</summary>
    void Responded(int status) { }
}
