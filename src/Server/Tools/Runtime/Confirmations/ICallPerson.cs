namespace ClickUpMcp.Tools.Runtime;

/// <summary>The person behind a call, as far as the client lets them be asked.</summary>
internal interface ICallPerson
{
    /// <summary>How they can be asked.</summary>
    PersonReach Reach { get; }

    /// <summary>The state that the client brought back with this call; null when it brought none.</summary>
    string? State { get; }

    /// <summary>The reply that came with <see cref="State"/>.</summary>
    PersonReply Reply { get; }

    /// <summary>Asks while the call waits; only where <see cref="Reach"/> says so.</summary>
    /// <param name="question">What would be done; sanitised.</param>
    /// <param name="cancellationToken">Ends the wait; the client is told.</param>
    /// <returns>The reply; null when the client cannot be reached after all.</returns>
    Task<PersonReply?> AskAsync(string question, CancellationToken cancellationToken);
}
