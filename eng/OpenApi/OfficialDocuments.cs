using ClickUpMcp.Driver;

namespace ClickUpMcp.OpenApi;

/// <summary>ClickUp's own documents. They are not ours to publish, so they lie beside the repository, or nowhere.</summary>
public static class OfficialDocuments
{
    /// <summary>Why a test that needs them is skipped.</summary>
    public const string Absent =
        $"ClickUp's documents are neither beside the repository nor in the folder {FolderVariable}.";

    private const string FolderVariable = "CLICKUP_API_DOCS";

    /// <summary>The folder that should hold them.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } chosen
            ? chosen
            : Repository.At("..", "shared", "clickup-api");

    /// <summary>The operations of all versions; null where the documents are absent.</summary>
    public static IReadOnlyList<OpenApiOperation>? TryRead()
    {
        var files = FilesIn(Folder);
        return files.Count == 0 ? null : Read(files);
    }

    /// <summary>The operations of several documents together.</summary>
    public static IReadOnlyList<OpenApiOperation> Read(IEnumerable<string> files) =>
        [.. files.SelectMany(file => OpenApiDocument.Read(File.ReadAllBytes(file)))];

    /// <summary>The documents in a folder.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "openapi-*.json").Order(StringComparer.Ordinal)]
            : [];
}
