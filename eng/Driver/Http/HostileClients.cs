using System.Collections.Concurrent;

namespace ClickUpMcp.Driver.Http;

/// <summary>Eight clients that attack a server over HTTP in every way, each with a bearer token of its own.</summary>
public static class HostileClients
{
    /// <summary>How many they are; the token after theirs is the honest client's.</summary>
    public const int Count = 8;

    /// <summary>Attacks until it is cancelled: each makes one attack after the other without a pause, and each begins with another.</summary>
    /// <returns>How many rounds of each were made.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> AttackAsync(
        Uri address,
        CancellationToken cancellationToken
    )
    {
        ConcurrentDictionary<string, int> rounds = new();
        await Task.WhenAll(
            Enumerable.Range(0, Count).Select(attacker => Task.Run(() => AttackAsync(attacker), CancellationToken.None))
        );
        return new SortedDictionary<string, int>(rounds);

        async Task AttackAsync(int attacker)
        {
            var target = TargetOf(address, attacker, cancellationToken);
            for (var i = attacker * 2; !cancellationToken.IsCancellationRequested; i++)
            {
                var attack = Attack.All[i % Attack.All.Count];
                try
                {
                    await attack.RunAsync(target);
                    rounds.AddOrUpdate(attack.Name, 1, static (_, count) => count + 1);
                }
                catch (OperationCanceledException)
                {
                    // The time is over.
                }
            }
        }
    }

    /// <summary>The server as one of the clients sees it.</summary>
    public static AttackTarget TargetOf(Uri address, int client, CancellationToken cancellationToken) =>
        new(address, $"Authorization: Bearer {TokenOf(client)}\r\n", Scale: 1, cancellationToken);

    public static string TokenOf(int client) => $"token-of-client-{client}-0123456789abcdef";
}
