using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Guards;

/// <summary>A person who replies as the test says, and what they were asked.</summary>
/// <param name="reach">How they can be asked.</param>
/// <param name="reply">What they reply.</param>
internal sealed class TestPerson(PersonReach reach, PersonReply? reply = PersonReply.Missing) : ICallPerson
{
    public List<string> Questions { get; } = [];

    /// <summary>Runs before they reply.</summary>
    public Func<CancellationToken, Task>? Before { get; init; }

    public PersonReach Reach => reach;

    public string? State { get; init; }

    public PersonReply Reply => reply ?? PersonReply.Missing;

    public async Task<PersonReply?> AskAsync(string question, CancellationToken cancellationToken)
    {
        Questions.Add(question);
        await (Before?.Invoke(cancellationToken) ?? Task.CompletedTask);
        return reply;
    }
}
