using ClickUpMcp.Driver;

namespace Architecture.Tests;

/// <summary>The C# files that people write.</summary>
internal static class SourceFiles
{
    public static IEnumerable<string> In(params IEnumerable<string> folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file =>
                !file.EndsWith(".verified.cs", StringComparison.Ordinal)
                && !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
            );
}
