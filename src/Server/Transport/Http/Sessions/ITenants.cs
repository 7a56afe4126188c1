using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Finds the tenant of a request.</summary>
internal interface ITenants
{
    /// <summary>The tenant that an authenticated request belongs to; give it back with <see cref="Return"/>.</summary>
    /// <exception cref="HttpFaultException">The request asks for something that cannot be.</exception>
    ValueTask<HttpTenant> RentAsync(Principal principal, HttpRequest request, string[] segments);

    /// <summary>The tenant that a new session keeps: with services of its own, unless the operator lets sessions share caches.</summary>
    /// <param name="tenant">The one that the session's first request has rented.</param>
    /// <exception cref="HttpFaultException">There are too many.</exception>
    HttpTenant Own(HttpTenant tenant);

    /// <summary>Gives a tenant back.</summary>
    /// <param name="tenant">What was rented or kept.</param>
    /// <param name="forget">Whether to drop it, and its credential, at once when nobody else uses it.</param>
    void Return(HttpTenant tenant, bool forget);

    /// <summary>The tickets that were given to them.</summary>
    UploadTickets Uploads { get; }

    /// <summary>The principals that there are tenants of.</summary>
    IReadOnlyList<Principal> Principals { get; }

    /// <summary>Drops the tenants of principals with their credentials, those in use as soon as nobody uses them.</summary>
    void Forget(IReadOnlySet<UInt128> principals);

    /// <summary>Drops the tenants that nobody has used for a while.</summary>
    void Sweep();
}
