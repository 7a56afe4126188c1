namespace ClickUpMcp.Driver;

/// <summary>Where things lie in this repository, found upwards from the working folder or the running program.</summary>
public static class Repository
{
    public const string BinaryVariable = "CLICKUP_MCP_BINARY";
    public const string ConformanceHostVariable = "CLICKUP_MCP_CONFORMANCE_HOST";

    private const string Marker = "ClickUpMcp.Aot.sln";

    public static string Root { get; } =
        FindRoot(Environment.CurrentDirectory)
        ?? FindRoot(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException(
            $"No {Marker} above the working folder: start from inside the repository."
        );

    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The binary that tests, demo and benchmarks drive: what the variable names, or what <c>native</c> published.</summary>
    public static string Binary => Chosen(BinaryVariable) ?? NativeBinary("native", "clickup-mcp");

    /// <summary>The server with the conformance suite's fixtures: what the variable names, or what <c>test</c> published.</summary>
    public static string ConformanceHost =>
        Chosen(ConformanceHostVariable) ?? NativeBinary("native-conformance", "conformance-host");

    public static string NativeBinary(string folder, string program) =>
        Path.Combine(Artifacts, folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program);

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a file, with line feeds alone, however it was checked out.</summary>
    public static string Read(params ReadOnlySpan<string> parts) =>
        File.ReadAllText(At(parts)).ReplaceLineEndings("\n");

    private static string? Chosen(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } chosen ? chosen : null;

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
