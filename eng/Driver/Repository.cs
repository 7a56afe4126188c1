namespace ClickUpMcp.Driver;

/// <summary>Where things lie in this repository, found upwards from the working folder or the running program.</summary>
public static class Repository
{
    private const string Marker = "ClickUpMcp.Aot.sln";

    public static string Root { get; } =
        FindRoot(Environment.CurrentDirectory)
        ?? FindRoot(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException(
            $"No {Marker} above the working folder: start from inside the repository."
        );

    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The binary that tests, demo and benchmarks drive: <c>CLICKUP_MCP_BINARY</c>, or what <c>native</c> published.</summary>
    public static string Binary =>
        Environment.GetEnvironmentVariable("CLICKUP_MCP_BINARY") is { Length: > 0 } chosen
            ? chosen
            : NativeBinary("native");

    public static string NativeBinary(string folder) =>
        Path.Combine(Artifacts, folder, OperatingSystem.IsWindows() ? "clickup-mcp.exe" : "clickup-mcp");

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a file, with line feeds alone, however it was checked out.</summary>
    public static string Read(params ReadOnlySpan<string> parts) =>
        File.ReadAllText(At(parts)).ReplaceLineEndings("\n");

    private static string? FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
