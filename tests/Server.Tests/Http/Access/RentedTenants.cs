using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Tests.Http;

/// <summary>Rents tenants that nothing has to be looked up for.</summary>
internal static class RentedTenants
{
    public static HttpTenant Rent(this ITenants tenants, Principal principal, HttpRequest request, string[] segments)
    {
        Task<HttpTenant> rented = tenants.RentAsync(principal, request, segments).AsTask();
        rented.IsCompleted.ShouldBeTrue();
        return rented.GetAwaiter().GetResult();
    }
}
