namespace ClickUpMcp.Tests.Parity;

/// <summary>What a client does in one step of a sequence.</summary>
internal enum StepKind
{
    /// <summary>Sends a message and takes everything that comes back for it.</summary>
    Ask,

    /// <summary>Sends a call that blocks, and goes on once the tool runs.</summary>
    Begin,

    /// <summary>Lets the begun calls finish and takes their replies.</summary>
    Release,

    /// <summary>Ends the connection.</summary>
    End,
}
