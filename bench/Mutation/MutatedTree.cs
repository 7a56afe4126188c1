using System.Text.RegularExpressions;
using ClickUpMcp.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.MutationBenchmark;

/// <summary>A copy of the repository whose server has the mutants of some areas.</summary>
internal sealed partial class MutatedTree
{
    private readonly string _root = Path.Combine(Repository.Artifacts, "mutation");
    private readonly HashSet<int> _excluded = [];
    private readonly Dictionary<string, List<(int FirstLine, int LastLine, int Id)>> _written = [];

    /// <summary>All that were found, in the order of their numbers.</summary>
    public IReadOnlyList<Mutant> Mutants { get; private set; } = [];

    /// <summary>Where the copy is.</summary>
    public string Root => _root;

    /// <summary>The mutants whose change the compiler takes.</summary>
    public IEnumerable<Mutant> Compiled => Mutants.Where(mutant => !_excluded.Contains(mutant.Id));

    /// <summary>Copies the files that git knows, writes the mutants and builds the tests; leaves out what does not compile.</summary>
    /// <exception cref="InvalidOperationException">The build fails for another reason than a mutant.</exception>
    public async Task BuildAsync(IReadOnlyList<MutatedArea> areas)
    {
        await CopyAsync();
        while (true)
        {
            Write(areas);
            CompletedProcess build = await ChildProcess.RunAsync(
                "dotnet",
                [
                    "build",
                    "tests/Server.Tests",
                    "-v:q",
                    "-nologo",
                    "-clp:NoSummary",
                    "-p:RunAnalyzers=false",
                    "-p:TreatWarningsAsErrors=false",
                    "-p:MSBuildTreatWarningsAsErrors=false",
                    "-p:RestoreLockedMode=false",
                ],
                folder: _root
            );
            if (build.ExitCode == 0)
            {
                return;
            }

            int before = _excluded.Count;
            foreach (Match error in CompilerError().Matches(build.Output))
            {
                Exclude(
                    Path.GetRelativePath(_root, error.Groups["file"].Value),
                    int.Parse(error.Groups["line"].ValueSpan)
                );
            }

            if (_excluded.Count == before)
            {
                throw new InvalidOperationException(build.Output + build.Errors);
            }

            Console.WriteLine($"{_excluded.Count} of {Mutants.Count} mutants do not compile; building without them.");
        }
    }

    private async Task CopyAsync()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }

        CompletedProcess listed = await ChildProcess.RunAsync("git", ["ls-files", "-z"]);
        foreach (
            string file in listed
                .Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(static name => name.Trim())
        )
        {
            string source = Repository.At(file);
            if (File.Exists(source))
            {
                string target = Path.Combine(_root, file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(source, target);
            }
        }
    }

    private void Write(IReadOnlyList<MutatedArea> areas)
    {
        List<Mutant> all = [];
        _written.Clear();
        foreach (string path in areas.SelectMany(static area => SourcesOf(area)))
        {
            string file = Path.GetRelativePath(Repository.Root, path);
            SyntaxNode root = CSharpSyntaxTree
                .ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview))
                .GetRoot();
            MutantWriter writer = new(file, all.Count + 1, _excluded);
            string text = writer.Visit(root).ToFullString();
            SyntaxNode written = CSharpSyntaxTree
                .ParseText(text, new CSharpParseOptions(LanguageVersion.Preview))
                .GetRoot();
            File.WriteAllText(Path.Combine(_root, file), "#nullable disable warnings\n" + text);
            _written[file] = MutantPlaces.Of(written, addedLines: 1);
            all.AddRange(writer.Found);
        }

        Mutants = all;
        File.WriteAllText(Path.Combine(_root, "src", "Server", "MutantSwitch.cs"), MutantSwitch.Source(all.Count));
    }

    private static IEnumerable<string> SourcesOf(MutatedArea area) =>
        Directory
            .EnumerateFiles(Repository.At(area.Folder), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    // Of several mutants around a line the smallest is at fault; the build after this one says whether another is too. Where there is none,
    // a condition before it declares what is used here, and no longer assigns it on this path.
    private void Exclude(string file, int line)
    {
        if (!_written.TryGetValue(file, out var places))
        {
            return;
        }

        var around = places.Where(place => place.FirstLine <= line && line <= place.LastLine).ToList();
        if (around is [])
        {
            around =
            [
                .. places.Where(place =>
                    place.LastLine < line && Mutants[place.Id - 1].Change == MutantWriter.NeverHolds
                ),
            ];
            around = [.. around.Where(place => place.LastLine == around.Max(static other => other.LastLine))];
        }

        int smallest = around.Select(static place => place.LastLine - place.FirstLine).DefaultIfEmpty().Min();
        _excluded.UnionWith(
            around.Where(place => place.LastLine - place.FirstLine == smallest).Select(static place => place.Id)
        );
    }

    [GeneratedRegex(
        @"^\s*(?<file>\S+\.cs)\((?<line>\d+),\d+\): error CS",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex CompilerError();
}
