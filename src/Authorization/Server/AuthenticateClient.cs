using ClickUpMcp.Authorization.Clients;
using ClickUpMcp.Authorization.Limits;
using ClickUpMcp.Authorization.Records;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Finds out which client asks for or revokes tokens: each proves itself in the way that it registered, and in no other.</summary>
internal sealed class AuthenticateClient(ClientDirectory clients, RequestLimits limits)
    : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context.EndpointType is not (OpenIddictServerEndpointType.Token or OpenIddictServerEndpointType.Revocation))
        {
            return;
        }

        if (await limits.CountClientAsync(Paths.Token, context.ClientId ?? "", context.CancellationToken) is not null)
        {
            context.Reject("temporarily_unavailable", "Too many requests of this client; try again in a minute.");
            return;
        }

        Client? client = await clients.FindAsync(context.ClientId ?? "", context.CancellationToken);
        if (client is null || !IsProved(context, client))
        {
            context.Reject(
                Errors.InvalidClient,
                "The client is not known here, or did not prove itself in the way that it registered."
            );
        }
    }

    private static bool IsProved(ProcessAuthenticationContext context, Client client)
    {
        string? secret = context.Request.ClientSecret;
        bool isInHeader = context.Transaction.GetHttpRequest()!.Headers.Authorization.Count > 0;
        return client.Authentication switch
        {
            ClientAuthentication.None => secret is null && !isInHeader,
            ClientAuthentication.Basic => isInHeader && Matches(secret, client),
            ClientAuthentication.Post => !isInHeader && Matches(secret, client),
            _ => false,
        };
    }

    private static bool Matches(string? secret, Client client) =>
        secret is not null && client.SecretHash is { } hash && SecretText.Matches(secret, hash);
}
