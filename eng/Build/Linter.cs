using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Checks that need no test: formatting, code style, and the spec against its own JSON Schema.</summary>
internal static class Linter
{
    public static async Task RunAsync()
    {
        CheckFormat();
        Shell.Dotnet("format", "style", Verbs.Solution, "--verify-no-changes", "--no-restore");
        await CheckSpecAsync();
        CheckMarks();
    }

    public static void CheckFormat()
    {
        Shell.Dotnet("tool", "restore");
        Shell.Dotnet("csharpier", "check", ".");
    }

    private static async Task CheckSpecAsync()
    {
        Prerequisites.ForNpm();
        var done = await NpmTools.RunScriptAsync(
            "validate-spec.mjs",
            [Repository.At("spec")],
            null,
            CancellationToken.None
        );
        Console.Write(done.Output);
        if (done.ExitCode != 0)
        {
            throw new BuildFailedException($"The spec does not match its schema.\n{done.Errors}");
        }
    }

    /// <summary>Nothing unfinished is committed; the words are put together here so that this file passes too.</summary>
    private static void CheckMarks()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception"];
        var found = (string[])["src", "tests", "bench", "eng"];
        var hits = found
            .Select(folder => Repository.At(folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, index)))
            .Where(hit => marks.Any(mark => hit.line.Contains(mark, StringComparison.Ordinal)))
            .Select(hit => $"{Path.GetRelativePath(Repository.Root, hit.file)}:{hit.index + 1}: {hit.line.Trim()}")
            .ToList();
        if (hits.Count > 0)
        {
            throw new BuildFailedException($"Unfinished work:\n{string.Join('\n', hits)}");
        }
    }
}
