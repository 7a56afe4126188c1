using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>From an edit of the spec to the result of a call in the sandbox, by the shortest way through the compiler.</summary>
internal static class TryTool
{
    private const string Framework = "net10.0";

    /// <summary>What the server is compiled with; an edit there takes the long way.</summary>
    private static readonly string[] References = ["src/Generators", "src/Sandbox", "src/Storage", "src/Authorization"];

    private static string Server =>
        Path.Combine(Repository.Artifacts, "bin", "ClickUpMcp.Server", $"debug_{Framework}", "clickup-mcp.dll");

    /// <param name="arguments">The tool, and its arguments as <c>clickup-mcp call</c> takes them.</param>
    /// <returns>The exit code of the call.</returns>
    public static int Run(IReadOnlyCollection<string> arguments)
    {
        if (arguments.Count == 0)
        {
            throw new BuildFailedException("Name the tool: ./build.sh try TOOL [name=text | name:=json | '{json}']...");
        }

        string[] quick = IsCurrent() ? ["--no-restore", "-p:BuildProjectReferences=false"] : [];
        Shell.Dotnet([
            "build",
            "src/Server",
            "-f",
            Framework,
            "-v",
            "q",
            "-nologo",
            "-m:1",
            "-p:RunAnalyzers=false",
            .. quick,
        ]);
        return Shell.TryRun("dotnet", [Server, "call", "--sandbox", .. arguments]);
    }

    private static bool IsCurrent() =>
        File.Exists(Server)
        && References
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.cs*", SearchOption.AllDirectories))
            .All(file => File.GetLastWriteTimeUtc(file) < File.GetLastWriteTimeUtc(Server));
}
