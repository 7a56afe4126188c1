namespace ClickUpMcp.Api;

/// <summary>Sends requests to ClickUp for one principal.</summary>
internal interface IClickUpClient
{
    /// <summary>Sends one request.</summary>
    /// <exception cref="Errors.ActionableException">ClickUp refused, failed, or could not be reached in time.</exception>
    ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken);
}
