using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Http;

/// <summary>Takes everybody for the same principal: for development on one machine.</summary>
internal sealed class AnonymousAuthenticator : IAuthenticator
{
    public Principal? Authenticate(HttpRequest request) => Principal.Anonymous;

    public bool Knows(Principal principal) => true;

    public string Challenge(HttpRequest request) => string.Empty;
}
