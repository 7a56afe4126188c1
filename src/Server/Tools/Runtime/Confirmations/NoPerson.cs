namespace ClickUpMcp.Tools.Runtime;

/// <summary>For a call behind which nobody can be asked.</summary>
internal sealed class NoPerson : ICallPerson
{
    public static NoPerson Instance { get; } = new();

    public PersonReach Reach => PersonReach.None;

    public string? State => null;

    public PersonReply Reply => PersonReply.Missing;

    public Task<PersonReply?> AskAsync(string question, CancellationToken cancellationToken) =>
        Task.FromResult<PersonReply?>(null);
}
