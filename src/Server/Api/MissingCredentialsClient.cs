namespace ClickUpMcp.Api;

/// <summary>Stands in when no token is configured: answers every request with what is missing.</summary>
internal sealed class MissingCredentialsClient : IClickUpClient
{
    public ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromException<ClickUpResponse>(
            new ClickUpApiException(
                ApiErrorKind.Authentication,
                "No ClickUp API key is configured (CLICKUP_API_KEY is not set).",
                "Every call to ClickUp needs the key of a user.",
                "Create one in ClickUp (Settings → Apps → API Token), set it as CLICKUP_API_KEY and restart, or send it with each "
                    + "HTTP request in X-ClickUp-Key; to try the tools without a key, start the server with --sandbox."
            )
        );
}
