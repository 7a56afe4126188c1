using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>From an edit of the spec to the result of a call in the sandbox, by the shortest way through the compiler.</summary>
internal static class TryTool
{
    private const string Framework = "net10.0";

    /// <summary>
    /// What only other builds need is left out, and the compiler stays in memory between two edits. So that no other build takes
    /// such an output for its own, all of it lies in a folder of its own.
    /// </summary>
    private static readonly string[] Shortened =
    [
        $"-p:ArtifactsPath={Output}",
        "-p:ScratchBuild=true",
        "-p:UseSharedCompilation=true",
        "-p:RunAnalyzers=false",
        "-p:Features=run-nullable-analysis=never",
        "-p:GenerateDocumentationFile=false",
        "-p:ProduceReferenceAssembly=false",
        "-p:DebugType=none",
    ];

    private static string Output => Path.Combine(Repository.Artifacts, "try");

    private static string Server =>
        Path.Combine(Output, "bin", "ClickUpMcp.Server", $"debug_{Framework}", "clickup-mcp.dll");

    /// <summary>As old as the references and the packages that the server was last compiled with.</summary>
    private static string Stamp => Path.Combine(Output, "references");

    /// <param name="arguments">The tool, and its arguments as <c>clickup-mcp call</c> takes them.</param>
    /// <returns>The exit code of the call.</returns>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> arguments)
    {
        if (arguments.Count == 0)
        {
            throw new BuildFailedException("Name the tool: ./build.sh try TOOL [name=text | name:=json | '{json}']...");
        }

        var started = DateTime.UtcNow;
        bool isCurrent = IsCurrent();
        string[] quick = isCurrent ? ["--no-restore", "-p:BuildProjectReferences=false"] : [];
        string[] build = ["build", "src/Server", "-f", Framework, "-v", "q", "-nologo", "-m:1", .. Shortened, .. quick];
        var built = await ChildProcess.RunAsync("dotnet", build);
        if (built.ExitCode != 0)
        {
            var errors = CompilerErrors.In(built.Output);
            throw new BuildFailedException(errors.Count > 0 ? string.Join('\n', errors) : built.Everything);
        }

        if (!isCurrent)
        {
            await File.WriteAllTextAsync(Stamp, "");
            File.SetLastWriteTimeUtc(Stamp, started);
        }

        return Shell.TryRun("dotnet", [Server, "call", "--sandbox", .. arguments]);
    }

    /// <summary>Whether only the server's own files and the spec can have changed since the last build of everything.</summary>
    private static bool IsCurrent() =>
        File.Exists(Server)
        && File.Exists(Stamp)
        && ReferenceFiles().All(file => File.GetLastWriteTimeUtc(file) < File.GetLastWriteTimeUtc(Stamp));

    private static IEnumerable<string> ReferenceFiles() =>
        Directory
            .EnumerateDirectories(Repository.At("src"))
            .Where(folder => Path.GetFileName(folder) != "Server")
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.props"))
            .Append(Repository.At("src/Directory.Build.props"))
            .Append(Repository.At("src/Server/ClickUpMcp.Server.csproj"))
            .Append(Repository.At("global.json"));
}
