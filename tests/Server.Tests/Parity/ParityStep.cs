using System.Text;

namespace ClickUpMcp.Tests.Parity;

/// <summary>One step of a sequence.</summary>
/// <param name="Kind">What the client does.</param>
/// <param name="Bytes">The message as sent, without framing.</param>
internal sealed record ParityStep(StepKind Kind, byte[] Bytes)
{
    public static ParityStep Release { get; } = new(StepKind.Release, []);

    /// <summary>Stands for the end of the connection, and for the audit.</summary>
    public static ParityStep End { get; } = new(StepKind.End, []);

    /// <summary>What the client itself knows of its message.</summary>
    public ClientMessage Message { get; } = ClientMessage.Read(Bytes);

    public static ParityStep Ask(string message) => new(StepKind.Ask, Encoding.UTF8.GetBytes(message));

    public static ParityStep Begin(string message) => new(StepKind.Begin, Encoding.UTF8.GetBytes(message));

    public override string ToString() =>
        Kind is StepKind.Ask or StepKind.Begin
            ? Encoding.UTF8.GetString(Bytes).Replace("\r", "\\r", StringComparison.Ordinal)
            : $"({Kind})";
}
