using System.Text.Json;

namespace ClickUpMcp.OpenApi;

/// <summary>Reads the operations of OpenAPI 3 documents in JSON.</summary>
public static class OpenApiDocument
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    /// <summary>The operations of one document, in its order.</summary>
    public static IReadOnlyList<OpenApiOperation> Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        SchemaReader schemas = new(root);
        var prefix = PathPrefix(root);
        List<OpenApiOperation> operations = [];
        foreach (var path in root.GetProperty("paths").EnumerateObject())
        {
            var shared = Parameters(path.Value, schemas);
            foreach (var operation in path.Value.EnumerateObject().Where(member => Methods.Contains(member.Name)))
            {
                operations.Add(
                    new OpenApiOperation(
                        operation.Value.GetProperty("operationId").GetString()!,
                        operation.Name.ToUpperInvariant(),
                        prefix + path.Name,
                        [
                            .. shared.Concat(Parameters(operation.Value, schemas)).DistinctBy(leaf => leaf.Location),
                            .. Body(operation.Value, schemas),
                        ]
                    )
                );
            }
        }

        return operations;
    }

    /// <summary>The path of the first server, which every path of the document follows.</summary>
    private static string PathPrefix(JsonElement root) =>
        root.TryGetProperty("servers", out var servers) && servers.GetArrayLength() > 0
            ? new Uri(servers[0].GetProperty("url").GetString()!).AbsolutePath.TrimEnd('/')
            : "";

    private static List<OpenApiLeaf> Parameters(JsonElement owner, SchemaReader schemas)
    {
        if (!owner.TryGetProperty("parameters", out var parameters))
        {
            return [];
        }

        return
        [
            .. parameters
                .EnumerateArray()
                .Select(schemas.Resolve)
                .Where(parameter => parameter.GetProperty("in").ValueEquals("query"))
                .Select(parameter =>
                    schemas.Leaf(
                        // Some documents write the brackets that repeat a parameter into its name, some do not.
                        "query."
                            + parameter.GetProperty("name").GetString()!.Replace("[]", "", StringComparison.Ordinal),
                        parameter.TryGetProperty("schema", out var schema) ? schema : default,
                        parameter.TryGetProperty("required", out var required) && required.GetBoolean()
                    )
                ),
        ];
    }

    private static IEnumerable<OpenApiLeaf> Body(JsonElement operation, SchemaReader schemas)
    {
        if (!operation.TryGetProperty("requestBody", out var body))
        {
            return [];
        }

        return schemas
            .Resolve(body)
            .GetProperty("content")
            .EnumerateObject()
            .Where(media => media.Value.TryGetProperty("schema", out _))
            .Take(1)
            .SelectMany(media => schemas.Leaves("body", media.Value.GetProperty("schema")));
    }
}
