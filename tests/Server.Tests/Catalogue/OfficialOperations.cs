using System.Text.Json;
using ClickUpMcp.Driver;
using ClickUpMcp.OpenApi;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>The operations of ClickUp's public API, by id: as committed, and as its documents say where they are at hand.</summary>
internal static class OfficialOperations
{
    private const string Prefix = "operation.";

    private static readonly JsonElement Root = JsonElement.Parse(
        File.ReadAllBytes(Repository.At("spec", "clickup-tools.json"))
    );

    /// <summary>Operations that no tool sends, each with the reason that the spec gives.</summary>
    public static IReadOnlyDictionary<string, string> WithoutTool { get; } =
        Root.GetProperty("unbound")
            .EnumerateObject()
            .Where(static excuse => excuse.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(static excuse => excuse.Name[Prefix.Length..], static excuse => excuse.Value.GetString()!);

    /// <summary>The ids in the spec, sorted.</summary>
    public static IReadOnlyList<(string Api, string Id)> Committed { get; } =
    [
        .. Root.GetProperty("operations")
            .EnumerateObject()
            .SelectMany(static api => api.Value.EnumerateArray().Select(id => (api.Name, id.GetString()!))),
    ];

    /// <summary>The ids in the documents, sorted; null where they are not at hand.</summary>
    public static IReadOnlyList<(string Api, string Id)>? InDocuments() =>
        OfficialDocuments.TryRead() is { } operations
            ?
            [
                .. operations
                    .Select(static operation => (operation.Path.Split('/')[2], operation.Id))
                    .OrderBy(static o => $"{o.Item1}\t{o.Id}", StringComparer.Ordinal),
            ]
            : null;
}
