namespace ClickUpMcp.Tools.Runtime;

/// <summary>How the person behind a call can be asked.</summary>
internal enum PersonReach
{
    /// <summary>Not at all: the client has no form to show.</summary>
    None,

    /// <summary>While the call waits.</summary>
    Waiting,

    /// <summary>By a result that asks, which the client brings back with the person's reply.</summary>
    Returning,
}
