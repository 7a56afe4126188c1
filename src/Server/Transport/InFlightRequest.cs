namespace ClickUpMcp.Transport;

/// <summary>A request that has not been answered yet.</summary>
/// <param name="Key">See <see cref="RequestKey"/>.</param>
/// <param name="Id">The id as written, to be echoed.</param>
/// <param name="Cancellation">Stops a tool call; null for a request that the SDK's server answers.</param>
internal sealed record InFlightRequest(string Key, byte[] Id, CancellationTokenSource? Cancellation);
