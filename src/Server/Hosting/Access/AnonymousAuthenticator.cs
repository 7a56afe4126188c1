using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Takes everybody for the same principal: for development on one machine.</summary>
internal sealed class AnonymousAuthenticator : IAuthenticator
{
    public ValueTask<Principal?> AuthenticateAsync(HttpRequest request) => new(Principal.Anonymous);

    public ValueTask<bool> KnowsAsync(Principal principal) => new(true);
}
