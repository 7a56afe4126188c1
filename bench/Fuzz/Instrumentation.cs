using ClickUpMcp.Driver;
using SharpFuzz;

namespace ClickUpMcp.FuzzBenchmark;

/// <summary>A copy of this program whose server and generator count the branches that they take.</summary>
internal static class Instrumentation
{
    private static readonly string[] Instrumented = ["clickup-mcp.dll", "ClickUpMcp.Generators.dll"];

    /// <summary>Makes the copy.</summary>
    /// <returns>Its program.</returns>
    public static string Make()
    {
        string copy = Path.Combine(Repository.Artifacts, "fuzz");
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        foreach (string assembly in Instrumented)
        {
            Fuzzer.Instrument(
                Path.Combine(copy, assembly),
                static type => type.StartsWith("ClickUpMcp.", StringComparison.Ordinal),
                Options.Value
            );
        }

        return Path.Combine(copy, Path.GetFileName(Environment.ProcessPath!));
    }
}
