namespace ClickUpMcp.Api;

/// <summary>Takes the requests that write of a call which only shows what it would send.</summary>
internal interface IRehearsal
{
    /// <summary>Notes a request in place of sending it, and gives the body that stands for its response.</summary>
    /// <exception cref="ClickUpApiException">What it is about is not there.</exception>
    ValueTask<byte[]> TakeAsync(ClickUpRequest request, CancellationToken cancellationToken);
}
