using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.Parity;

/// <summary>What one client sends, from its first message to its last.</summary>
/// <param name="Name">Finds it again after a failure.</param>
/// <param name="Steps">In order.</param>
internal sealed record ParitySequence(string Name, IReadOnlyList<ParityStep> Steps)
{
    /// <summary>The recorded client; empty for a made-up one.</summary>
    public string Client { get; init; } = string.Empty;

    /// <summary>Changes the options of both servers.</summary>
    public Action<ServerOptions> Configure { get; init; } = static _ => { };

    /// <summary>Whether the tools are those of <see cref="Server.Tests.Transport.FakeGateway"/>, which can block, crash and report.</summary>
    public bool UsesFakeTools { get; init; }
}
