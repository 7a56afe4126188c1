namespace ClickUpMcp.Api;

/// <summary>What one call has sent so far.</summary>
internal sealed class SentRequests
{
    private volatile bool _hasWritten;

    /// <summary>Whether a request that writes may have been carried out, so that the call must not be made again.</summary>
    public bool HasWritten => _hasWritten;

    /// <summary>Notes a request.</summary>
    public void Sent(bool mayHaveWritten) => _hasWritten |= mayHaveWritten;
}
