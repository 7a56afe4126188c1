namespace ClickUpMcp.Tools.Runtime;

/// <summary>The confirmations that were used in this process.</summary>
/// <param name="time">The clock.</param>
internal sealed class SpentInMemory(TimeProvider time) : ISpentConfirmations
{
    // Each is remembered for five minutes: more than any number of people confirm in that time.
    private const int MostRemembered = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _spent = [];

    public ValueTask<bool> TrySpendAsync(string nonce, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_spent.Count >= MostRemembered)
            {
                DateTimeOffset now = time.GetUtcNow();
                foreach ((string old, DateTimeOffset until) in _spent)
                {
                    if (until < now)
                    {
                        _spent.Remove(old);
                    }
                }
            }

            // What cannot be remembered could be used again.
            return ValueTask.FromResult(_spent.Count < MostRemembered && _spent.TryAdd(nonce, expires));
        }
    }
}
