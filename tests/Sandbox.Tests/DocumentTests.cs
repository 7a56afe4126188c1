using ClickUpMcp.OpenApi;
using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class DocumentTests
{
    [Fact]
    public void Every_route_is_an_operation_of_the_official_documents()
    {
        var operations = OfficialDocuments.TryRead();
        Assert.SkipWhen(operations is null, OfficialDocuments.Absent);
        var routes = operations!.Select(operation => operation.Route).ToHashSet(StringComparer.Ordinal);
        // The page where users sign in and the addresses of files are no operations of the API.
        foreach (
            var route in RouteTable.All.Where(route => route.Pattern.StartsWith("/api/", StringComparison.Ordinal))
        )
        {
            routes.ShouldContain(OpenApiOperation.RouteOf(route.Method, route.Pattern));
        }
    }

    [Fact]
    public void No_route_is_there_twice() =>
        RouteTable.All.Select(route => OpenApiOperation.RouteOf(route.Method, route.Pattern)).ShouldBeUnique();
}
