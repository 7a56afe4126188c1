using ClickUpMcp.Transport;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Conformance;

/// <summary>One tenant for all requests: the fixtures, answered by the SDK's server behind the product's transport.</summary>
internal sealed class FixtureTenants(ServerIdentity identity) : ITenants
{
    private readonly HttpTenant _tenant = new(
        default,
        Principal.Anonymous,
        identity,
        tools: null,
        Fixtures.CreateOptions
    );

    public HttpTenant Rent(Principal principal, HttpRequest request, string[] segments) => _tenant;

    public void Keep(HttpTenant tenant) { }

    public void Return(HttpTenant tenant, bool forget) { }

    public void Sweep() { }
}
