using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Finds the tenant of a request.</summary>
internal interface ITenants
{
    /// <summary>The tenant that an authenticated request belongs to; give it back with <see cref="Return"/>.</summary>
    /// <exception cref="HttpFaultException">The request asks for something that cannot be.</exception>
    HttpTenant Rent(Principal principal, HttpRequest request, string[] segments);

    /// <summary>Lets a session keep a tenant that its request has rented.</summary>
    void Keep(HttpTenant tenant);

    /// <summary>Gives a tenant back.</summary>
    /// <param name="tenant">What was rented or kept.</param>
    /// <param name="forget">Whether to drop it, and its credential, at once when nobody else uses it.</param>
    void Return(HttpTenant tenant, bool forget);

    /// <summary>Drops the tenants that nobody has used for a while.</summary>
    void Sweep();
}
