using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Finds out who sends a request.</summary>
internal interface IAuthenticator
{
    /// <summary>The sender; null when the request does not prove who that is.</summary>
    Principal? Authenticate(HttpRequest request);

    /// <summary>Whether a principal is still known.</summary>
    bool Knows(Principal principal);

    /// <summary>What the <c>WWW-Authenticate</c> header of a refusal says.</summary>
    /// <param name="request">The refused request.</param>
    string Challenge(HttpRequest request);
}
