using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

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

    /// <summary>Its id, as written; empty for what no client sent.</summary>
    public ReadOnlyMemory<byte> Id { get; init; }

    /// <summary>Whether nobody waits for it: it counts for no limit of calls, and gives up where others want the API's budget.</summary>
    public bool IsBackground { get; init; }

    /// <summary>All of <c>params</c>, as long as <see cref="Arguments"/>.</summary>
    public ReadOnlyMemory<byte> Parameters
    {
        get;
        // They may be absent, or null.
        init => field = value.Span is [(byte)'{', ..] ? value : NoArguments;
    } = NoArguments;

    /// <summary>Where progress goes.</summary>
    public IProgressReporter Progress { get; init; } = NoProgress.Instance;

    /// <summary>Who sent it.</summary>
    public IClient Client { get; init; } = NoClient.Instance;

    /// <summary>Who can be asked to confirm the call; null for whoever is behind <see cref="Client"/>.</summary>
    public ICallPerson? Person { get; init; }

    /// <summary>The file that came with it beside its arguments; null for none.</summary>
    public FileSource? Upload { get; init; }

    /// <summary>Takes what is known of the call besides its result.</summary>
    public CallFacts Facts { get; private init; } = new();

    /// <summary>The call of a tool that serves this request.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="arguments">Its arguments, a JSON object.</param>
    public McpRequest For(string tool, ReadOnlyMemory<byte> arguments) =>
        new(tool, arguments)
        {
            Progress = Progress,
            Client = Client,
            Facts = Facts,
        };
}
