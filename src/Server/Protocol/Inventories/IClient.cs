using ClickUpMcp.Protocol.Messages;

namespace ClickUpMcp.Protocol.Inventories;

/// <summary>The client behind a request, as far as whoever serves the request may use it.</summary>
internal interface IClient
{
    /// <summary>Whether it speaks the stateless revision: it is asked by <see cref="MethodResult.InputRequired"/>, never by <see cref="AskAsync"/>.</summary>
    bool IsModern { get; }

    /// <summary>What it calls itself; null when it does not say.</summary>
    string? Name { get; }

    /// <summary>What it can be asked for.</summary>
    ClientCapabilities Capabilities { get; }

    /// <summary>A legacy client beyond this request; null for one that has no session.</summary>
    IPeer? Peer => null;

    /// <summary>Whether <see cref="AskAsync"/> can reach it.</summary>
    bool CanBeAsked { get; }

    /// <summary>Sends a notification that belongs to the request; a client that does not read loses it.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">A JSON object.</param>
    void Notify(string method, ReadOnlySpan<byte> parameters);

    /// <summary>Asks a legacy client and waits for its response.</summary>
    /// <param name="method">Such as <c>elicitation/create</c>.</param>
    /// <param name="parameters">A JSON object.</param>
    /// <param name="cancellationToken">Ends the wait; the client is told.</param>
    /// <exception cref="ClientUnreachableException">It cannot be asked.</exception>
    Task<ClientResponse> AskAsync(string method, ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken);
}
