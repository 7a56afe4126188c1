using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Conformance;

/// <summary>One tenant for all requests.</summary>
internal sealed class FixtureTenants(ServerInventory inventory) : ITenants
{
    private readonly HttpTenant _tenant = new(default, Principal.Anonymous, inventory, static () => 0);

    public HttpTenant Rent(Principal principal, HttpRequest request, string[] segments) => _tenant;

    public HttpTenant Own(HttpTenant tenant) => tenant;

    public void Return(HttpTenant tenant, bool forget) { }

    public void Sweep() { }
}
