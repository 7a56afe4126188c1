using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>For a call that comes from no client, as from the command line.</summary>
internal sealed class NoClient : IClient
{
    public static NoClient Instance { get; } = new();

    public bool IsModern => false;

    public string? Name => null;

    public ClientCapabilities Capabilities => ClientCapabilities.None;

    public bool CanBeAsked => false;

    public void Notify(string method, ReadOnlySpan<byte> parameters) { }

    public Task<ClientResponse> AskAsync(
        string method,
        ReadOnlyMemory<byte> parameters,
        CancellationToken cancellationToken
    ) => Task.FromException<ClientResponse>(new ClientUnreachableException());
}
