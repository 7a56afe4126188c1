namespace ClickUpMcp.Outside;

/// <summary>Why a file of the public internet was not fetched.</summary>
internal enum PublicFetchProblem
{
    /// <summary>The address is no plain one of https: another scheme or port, or one with a user.</summary>
    Address,

    /// <summary>Its host has no address on the public internet, or cannot be reached there.</summary>
    Host,

    /// <summary>It redirects to an address that is not fetched, or too often.</summary>
    Redirect,

    /// <summary>Its host responds with something else than the file.</summary>
    Refused,

    /// <summary>What it responds with is no file: parts of a message, a stream of events, or compressed by the host.</summary>
    Type,

    /// <summary>It has more bytes than are taken.</summary>
    Size,

    /// <summary>It took longer than is waited.</summary>
    Time,

    /// <summary>It ended before its end.</summary>
    Cut,
}
