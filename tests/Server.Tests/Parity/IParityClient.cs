namespace ClickUpMcp.Tests.Parity;

/// <summary>A client of one transport, with a server of its own behind it.</summary>
internal interface IParityClient : IAsyncDisposable
{
    /// <summary>Takes one step and returns the messages that came back for it, in order.</summary>
    Task<IReadOnlyList<string>> TakeAsync(ParityStep step);

    /// <summary>Ends the connection and returns the messages that came in the end, which nobody asked for.</summary>
    Task<IReadOnlyList<string>> EndAsync();

    /// <summary>The lines of the audit; complete once the connection has ended.</summary>
    IReadOnlyList<string> AuditLines { get; }
}
