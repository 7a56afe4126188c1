using ClickUpMcp.Authorization.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Gives codes and tokens away as random text, and keeps what they mean under its hash.</summary>
internal sealed class KeepToken(TokenStore tokens) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public async ValueTask HandleAsync(GenerateTokenContext context) =>
        context.Token = await tokens.IssueAsync(
            TokenPrincipal.Read(context.Principal, context.TokenType),
            context.Principal.GetClaim(Claims.Subject)!,
            context.CancellationToken
        );
}
