using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Gives a refresh token with each access token: OpenIddict waits for a scope that MCP servers do not have.</summary>
internal sealed class AddRefreshToken : IOpenIddictServerHandler<ProcessSignInContext>
{
    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        bool isToken = context.EndpointType == OpenIddictServerEndpointType.Token;
        context.GenerateRefreshToken = isToken;
        context.IncludeRefreshToken = isToken;
        context.GenerateIdentityToken = false;
        context.IncludeIdentityToken = false;
        return ValueTask.CompletedTask;
    }
}
