namespace ClickUpMcp.Transport.Http;

/// <summary>The sessions that several servers know.</summary>
internal interface ISharedSessions
{
    /// <summary>Lets the other servers know a session; never throws. False where that failed, and it is one of this server alone.</summary>
    /// <param name="id">The session's id.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="owner">The person it belongs to, as the store names owners; null where that is not known.</param>
    /// <param name="expires">When it ends unless it is used.</param>
    ValueTask<bool> AddAsync(string id, SessionFacts facts, string? owner, DateTimeOffset expires);

    /// <summary>Finds a session and notes that it is used; null where there is none, or none any more.</summary>
    /// <param name="id">The session's id.</param>
    /// <param name="binding">Whom it must belong to: anybody else's is as if it were not there.</param>
    /// <param name="limits">How long it stays after that, and in all.</param>
    /// <exception cref="HttpFaultException">Whether there is one cannot be said at present.</exception>
    ValueTask<SessionFacts?> UseAsync(string id, string binding, SessionLimits limits);

    /// <summary>Ends a session everywhere; never throws: where that fails, it ends when nobody has used it for a while.</summary>
    ValueTask RemoveAsync(string id);
}
