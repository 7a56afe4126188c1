using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary>The person at the terminal, who is asked there to confirm a call.</summary>
/// <param name="environment">The terminal.</param>
/// <param name="begin">Takes away what the screen shows of the call's progress.</param>
internal sealed class TerminalPerson(CliEnvironment environment, Action begin) : ICallPerson
{
    private const string Yes = "yes";

    public PersonReach Reach => PersonReach.Waiting;

    public string? State => null;

    public PersonReply Reply => PersonReply.Missing;

    public async Task<PersonReply?> AskAsync(string question, CancellationToken cancellationToken)
    {
        if (!environment.IsTerminal)
        {
            return null;
        }

        begin();
        string? line = await Task.Run(
                () => environment.Ask($"{question}\nType {Yes} to do it:"),
                CancellationToken.None
            )
            .WaitAsync(cancellationToken);
        return string.Equals(line, Yes, StringComparison.OrdinalIgnoreCase)
            ? PersonReply.Confirmed
            : PersonReply.Declined;
    }
}
