using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Finds out who sends a request.</summary>
internal interface IAuthenticator
{
    /// <summary>The sender; null when the request does not prove who that is. Nothing of the body is read.</summary>
    /// <exception cref="HttpFaultException">Who it is cannot be found out now, or may not send this request.</exception>
    ValueTask<Principal?> AuthenticateAsync(HttpRequest request);

    /// <summary>Whether a principal may still come in.</summary>
    ValueTask<bool> KnowsAsync(Principal principal);
}
