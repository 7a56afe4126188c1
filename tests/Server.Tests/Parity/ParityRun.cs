using ClickUpMcp.Hosting;
using ClickUpMcp.Server.Tests.Transport;

namespace ClickUpMcp.Tests.Parity;

/// <summary>Runs a sequence over both transports, each with a fresh server, and tells where they differ.</summary>
internal static class ParityRun
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The first difference, after which the servers are in different states; null when the transports agree.</summary>
    /// <param name="sequence">What the client sends.</param>
    /// <param name="needed">Takes the allowed differences that occurred.</param>
    public static async Task<string?> CompareAsync(ParitySequence sequence, ISet<AllowedDifference> needed)
    {
        var options = new ServerOptions { CallsPerMinute = 0, Sandbox = true };
        sequence.Configure(options);
        await using var stdio = new StdioParityClient(
            options,
            sequence.UsesFakeTools ? new FakeGateway() : null,
            new ManualTimeProvider(Now)
        );
        await using HttpParityClient http = await HttpParityClient.StartAsync(
            sequence.Configure,
            sequence.UsesFakeTools ? new FakeGateway() : null,
            new ManualTimeProvider(Now)
        );
        foreach (ParityStep step in sequence.Steps)
        {
            var replies = new StepReplies(
                step,
                http.HasSession,
                await stdio.TakeAsync(step),
                await http.TakeAsync(step)
            );
            if (Difference(sequence, AllowedDifferences.Remove(replies, needed)) is { } difference)
            {
                return difference;
            }
        }

        StepReplies end = new(ParityStep.End, HasSession: true, await stdio.EndAsync(), await http.EndAsync());
        StepReplies audit = end with
        {
            Stdio = AllowedDifferences.RemoveFromAudit(stdio.AuditLines),
            Http = AllowedDifferences.RemoveFromAudit(http.AuditLines),
        };
        return Difference(sequence, end) ?? Difference(sequence, audit);
    }

    private static string? Difference(ParitySequence sequence, StepReplies replies) =>
        replies.Stdio.SequenceEqual(replies.Http, StringComparer.Ordinal)
            ? null
            : $"""
                {sequence.Name}: {Shorten(replies.Step.ToString())}
                  stdio: {Shorten(string.Join(" | ", replies.Stdio))}
                  HTTP:  {Shorten(string.Join(" | ", replies.Http))}
                """;

    private static string Shorten(string text) => text.Length <= 400 ? text : $"{text[..400]}... ({text.Length})";
}
