namespace ClickUpMcp.Transport.Http;

/// <summary>One outgoing message.</summary>
/// <param name="Message">JSON, a line feed at its end; empty for an answer without a body.</param>
/// <param name="Status">The status if it is the whole answer; 0 if more will follow it.</param>
/// <param name="RetryAfter">When to try again.</param>
internal readonly record struct HttpAnswer(ReadOnlyMemory<byte> Message, int Status = 0, TimeSpan? RetryAfter = null)
{
    public bool IsLast => Status != 0;
}
