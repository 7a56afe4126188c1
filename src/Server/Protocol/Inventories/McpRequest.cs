using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>One request as whoever serves it sees it.</summary>
/// <param name="subject">What it is about: a tool's or prompt's name, or a resource's URI; empty for a method without one.</param>
/// <param name="arguments">A JSON object, of a tool call also the text of one; its buffer is pooled, so it is valid only until the request is served.</param>
internal sealed class McpRequest(string subject, ReadOnlyMemory<byte> arguments)
{
    private static readonly byte[] NoArguments = "{}"u8.ToArray();

    public string Subject => subject;

    /// <summary>The arguments; an empty object when none were sent.</summary>
    public ReadOnlyMemory<byte> Arguments { get; } = arguments.IsEmpty ? NoArguments : arguments;

    /// <summary>All of <c>params</c>, as long as <see cref="Arguments"/>.</summary>
    public ReadOnlyMemory<byte> Parameters { get; init; } = NoArguments;

    /// <summary>Where progress goes.</summary>
    public IProgressReporter Progress { get; init; } = NoProgress.Instance;

    /// <summary>Who sent it.</summary>
    public IClient Client { get; init; } = NoClient.Instance;

    /// <summary>Who can be asked to confirm the call; null for whoever is behind <see cref="Client"/>.</summary>
    public ICallPerson? Person { get; init; }

    /// <summary>Takes what is known of the call besides its result.</summary>
    public CallFacts Facts { get; } = new();
}
