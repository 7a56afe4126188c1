using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>The operations of ClickUp's public API, by id: as committed, and as its documents say where they are at hand.</summary>
internal static class OfficialOperations
{
    /// <summary>Operations that no tool sends, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> WithoutTool = new Dictionary<string, string>
    {
        ["GetAccessToken"] = "exchanges the code of an OAuth login, so it belongs to the login and not to a model",
    };

    /// <summary>The committed ids, sorted.</summary>
    public static IReadOnlyList<(string Api, string Id)> Committed { get; } =
    [
        .. Repository
            .Read("tests", "Server.Tests", "Catalogue", "operations.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('\t'))
            .Select(static columns => (columns[0], columns[1])),
    ];

    /// <summary>The ids in both documents, sorted; null where the documents are not at hand.</summary>
    public static IReadOnlyList<(string Api, string Id)>? InDocuments()
    {
        string folder = Environment.GetEnvironmentVariable("CLICKUP_API_DOCS") is { Length: > 0 } chosen
            ? chosen
            : Repository.At("..", "shared", "clickup-api");
        return Directory.Exists(folder)
            ?
            [
                .. new[] { "v2", "v3" }
                    .SelectMany(api => Read(Path.Combine(folder, $"openapi-{api}.json")).Select(id => (api, id)))
                    .OrderBy(static o => $"{o.api}\t{o.id}", StringComparer.Ordinal),
            ]
            : null;
    }

    private static List<string> Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. document
                .RootElement.GetProperty("paths")
                .EnumerateObject()
                .SelectMany(static path => path.Value.EnumerateObject())
                .Where(static method => method.Value.ValueKind == JsonValueKind.Object)
                .Where(static method => method.Value.TryGetProperty("operationId", out _))
                .Select(static method => method.Value.GetProperty("operationId").GetString()!),
        ];
    }
}
