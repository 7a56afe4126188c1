using System.Diagnostics;

namespace ClickUpMcp.Tests;

/// <summary>Waits for what another thread does, and fails instead of waiting for ever.</summary>
internal static class Wait
{
    /// <summary>Far more than anything here takes, also where other work has the machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <param name="isSo">Asked again and again until it is true.</param>
    /// <param name="what">What is waited for, for the failure.</param>
    public static Task UntilAsync(Func<bool> isSo, string what) => UntilAsync(() => Task.FromResult(isSo()), what);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string)"/>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s in vain for {what}.");
            }

            await Task.Yield();
        }
    }
}
