namespace ClickUpMcp.Tools.Runtime;

/// <summary>Remembers which confirmations were used, so that each is good once.</summary>
internal interface ISpentConfirmations
{
    /// <summary>Uses one up; false when it was used before, or when that cannot be told.</summary>
    /// <param name="nonce">What tells it from all others.</param>
    /// <param name="expires">Until when it must be remembered.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<bool> TrySpendAsync(string nonce, DateTimeOffset expires, CancellationToken cancellationToken);
}
