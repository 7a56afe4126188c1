using System.Diagnostics;
using System.Globalization;
using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;

namespace ClickUpMcp.EndToEndBenchmark.Http;

/// <summary>The hostile clients in a process of their own, which takes only what the server leaves of the cores.</summary>
/// <remarks>They stand for other machines: with equal rights they would take most of the two cores for making their requests.</remarks>
internal static class AttackProcess
{
    private const string Ready = "attacking";

    /// <summary>Starts it and waits until it attacks.</summary>
    /// <param name="address">Where MCP is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ChildProcess> StartAsync(Uri address, CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(Environment.ProcessPath!, ["attack", address.ToString()]);
        await process.WaitForLineAsync(static line => line == Ready, cancellationToken);
        return process;
    }

    /// <summary>Ends the attacks.</summary>
    /// <returns>How many rounds of each were made.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> EndAsync(
        ChildProcess process,
        CancellationToken cancellationToken
    )
    {
        process.CloseInput();
        await process.WaitForExitAsync(cancellationToken);
        return process
            .Output.Split('\n')
            .Select(static line => line.Split('\t'))
            .Where(static parts => parts.Length == 2)
            .ToDictionary(static parts => parts[0], static parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>What the process does: attacks until its input ends.</summary>
    /// <param name="address">Where MCP is.</param>
    public static async Task<int> RunAsync(Uri address)
    {
        using var self = Process.GetCurrentProcess();
        self.PriorityClass = ProcessPriorityClass.Idle;
        using var over = new CancellationTokenSource();
        var attacks = HostileClients.AttackAsync(address, over.Token);
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync(CancellationToken.None);
        await over.CancelAsync();
        foreach (var (attack, rounds) in await attacks)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{attack}\t{rounds}"));
        }

        return 0;
    }
}
