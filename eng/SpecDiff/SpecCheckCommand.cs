using ClickUpMcp.Driver;
using ClickUpMcp.Generators.Spec;

namespace ClickUpMcp.SpecDiff;

/// <summary>The verb <c>spec-check</c>: says of spec files what the compiler would say, without compiling.</summary>
internal static class SpecCheckCommand
{
    public const string Verb = "check";

    /// <param name="files">Files that are tried in place of the spec's of the same name, or beside them.</param>
    /// <param name="output">Takes the diagnostics, as the compiler writes them.</param>
    /// <param name="errors">Takes what else is wrong.</param>
    /// <returns>0 when nothing is wrong; 1 otherwise.</returns>
    public static int Run(IReadOnlyList<string> files, TextWriter output, TextWriter errors)
    {
        List<SpecFile> spec;
        try
        {
            var names = files.Select(Path.GetFileName).ToHashSet();
            spec = [.. SpecFiles().Where(file => !names.Contains(Path.GetFileName(file))).Concat(files).Select(Read)];
        }
        catch (IOException e)
        {
            errors.WriteLine(e.Message);
            return 1;
        }

        var result = SpecParser.Parse([.. spec]);
        var handlers = Handlers();
        string[] found =
        [
            .. result
                .Diagnostics.Concat(
                    result.Handlers.Where(use => !handlers.Contains(use.Handler)).Select(use => use.Missing)
                )
                .Select(diagnostic => diagnostic.ToDiagnostic().ToString()),
        ];
        foreach (var line in found)
        {
            output.WriteLine(line);
        }

        output.WriteLine(
            found.Length == 0 ? $"{result.Catalog!.Tools.Count} entries, nothing is wrong." : $"{found.Length} found."
        );
        return found.Length == 0 ? 0 : 1;
    }

    private static SpecFile Read(string path) => SpecFile.Read(path, File.ReadAllText(path));

    private static IEnumerable<string> SpecFiles() =>
        Directory
            .EnumerateFiles(Repository.At("spec"), "*-tools.json")
            .Concat(Directory.EnumerateFiles(Repository.At("spec", "tools"), "*.json"));

    // One type per file, named as it; that it implements what it must is the compiler's to say.
    private static HashSet<string> Handlers() =>
        [
            .. Directory
                .EnumerateFiles(Repository.At("src", "Server", "Tools"), "*Handler.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetFileNameWithoutExtension(file)!),
        ];
}
