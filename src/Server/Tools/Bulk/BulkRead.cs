using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A task that an item waits for after it has written.</summary>
/// <param name="Request">The request that reads it alone.</param>
/// <param name="Key">What it is known by.</param>
/// <param name="Before">What was known of it before; null for nothing.</param>
internal sealed record BulkRead(ClickUpRequest Request, string Key, BulkTask? Before)
{
    private readonly TaskCompletionSource<ClickUpResponse> _response = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Whether it only matters whether the task is still there.</summary>
    public bool IsOfExistence => Request.Needed is ["id"];

    /// <summary>Its response.</summary>
    public Task<ClickUpResponse> Response => _response.Task;

    /// <summary>Ends the waiting.</summary>
    public void Give(ClickUpResponse response) => _response.TrySetResult(response);

    /// <summary>Ends the waiting without a response.</summary>
    public void Fail(Exception failure) => _response.TrySetException(failure);
}
