using ClickUpMcp.Sandbox.Engine;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class DocumentTests
{
    [Fact]
    public void Every_route_is_an_operation_of_the_official_documents()
    {
        var folder = FindDocuments();
        Assert.SkipWhen(folder is null, "The official documents are not there; CLICKUP_API_DOCS names their folder.");
        var operations = File.ReadLines(Path.Combine(folder!, "operations.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(columns => Normal(columns[1], columns[0] == "v2" ? "/api" + columns[2] : columns[2]))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var route in RouteTable.All)
        {
            operations.ShouldContain(Normal(route.Method, route.Pattern));
        }
    }

    [Fact]
    public void No_route_is_there_twice() =>
        RouteTable.All.Select(route => Normal(route.Method, route.Pattern)).ShouldBeUnique();

    private static string Normal(string method, string path) =>
        method + string.Join('/', path.Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment));

    private static string? FindDocuments()
    {
        if (Environment.GetEnvironmentVariable("CLICKUP_API_DOCS") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClickUpMcp.Aot.sln")))
            {
                var documents = Path.Combine(folder.FullName, "..", "shared", "clickup-api");
                return Directory.Exists(documents) ? documents : null;
            }
        }

        return null;
    }
}
