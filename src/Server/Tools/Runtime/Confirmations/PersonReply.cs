namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a person said when asked to confirm a call.</summary>
internal enum PersonReply
{
    /// <summary>Nothing, so they are asked again.</summary>
    Missing,

    /// <summary>Yes.</summary>
    Confirmed,

    /// <summary>No.</summary>
    Declined,

    /// <summary>Neither: the form was closed, or the client did not show it.</summary>
    Cancelled,

    /// <summary>Nothing in the time there was.</summary>
    TimedOut,
}
