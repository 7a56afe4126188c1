namespace ClickUpMcp.OpenApi;

/// <summary>One operation of an OpenAPI document.</summary>
/// <param name="Id">Its <c>operationId</c>.</param>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">Path from the host on, with <c>{placeholders}</c>.</param>
/// <param name="Leaves">Query parameters and body leaves, in the document's order.</param>
public sealed record OpenApiOperation(string Id, string Method, string Path, IReadOnlyList<OpenApiLeaf> Leaves)
{
    /// <summary>Method and path with placeholders that have no names.</summary>
    public string Route => RouteOf(Method, Path);

    /// <summary>Method and path as one text in which placeholders have no names.</summary>
    public static string RouteOf(string method, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return $"{method} {string.Join('/', path.Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment))}";
    }
}
