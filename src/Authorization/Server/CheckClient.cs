using ClickUpMcp.Authorization.Clients;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace ClickUpMcp.Authorization.Server;

/// <summary>Refuses authorization requests of unknown clients, and addresses that are none of theirs, before anything is redirected.</summary>
internal sealed class CheckClient(ClientDirectory clients, RedirectUris redirects)
    : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public async ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (DoubledParameter.In(context.Request) is { } doubled)
        {
            context.Reject(Errors.InvalidRequest, doubled);
            return;
        }

        if (await clients.FindAsync(context.ClientId ?? "", context.CancellationToken) is not { } client)
        {
            context.Reject(
                Errors.InvalidClient,
                "The application is not known here; it may have been unused for long, or its metadata cannot be had."
            );
            return;
        }

        string uri = context.RedirectUri ?? "";
        // The rules again: the operator may have changed them since the client registered.
        if (!RedirectUris.IsOneOf(uri, client.RedirectUris) || redirects.Refusal(uri) is not null)
        {
            context.Reject(
                Errors.InvalidRequest,
                "The address to return to is none that the application registered, so nothing is sent there."
            );
            return;
        }

        context.Transaction.SetProperty(typeof(Client).FullName!, client);
    }
}
