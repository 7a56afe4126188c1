using ClickUpMcp.Driver;

namespace Build.Tests.Guards;

/// <summary>A copy of the server's tests whose server was compiled with a switch at each guard: what is switched off is named when they are run.</summary>
/// <remarks>The server that ships has no such switch: the code is put in place of the guard here, before the compiler sees it.</remarks>
public sealed class UnguardedServer : IAsyncLifetime
{
    private const string Off = "{off}";
    private const string Variable = "GUARD_OFF";

    private const string Switch = $$"""
        internal static class GuardSwitch
        {
            private static readonly string? Name = System.Environment.GetEnvironmentVariable("{{Variable}}");

            public static bool IsOff(string requirement) => Name == requirement;
        }
        """;

    private static readonly string Folder = Path.Combine(Repository.Artifacts, "guards");
    private static readonly string Tests = Path.Combine(Folder, "tests");

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Copy(new DirectoryInfo(Path.Combine(Repository.Artifacts, "bin", "Server.Tests", "debug")), Tests);
        foreach (IGrouping<string, Guard> project in Guard.All.GroupBy(static guard => guard.Project))
        {
            await CompileAsync(Repository.At(project.Key), [.. project]);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the tests of requirements, until one fails.</summary>
    /// <param name="requirements">Their ids.</param>
    /// <param name="off">The requirement whose guard is off; null for none.</param>
    public static Task<CompletedProcess> RunAsync(IEnumerable<string> requirements, string? off) =>
        ChildProcess.RunAsync(
            Path.Combine(Tests, OperatingSystem.IsWindows() ? "Server.Tests.exe" : "Server.Tests"),
            [
                "-noLogo",
                "-noColor",
                "-stopOnFail",
                .. requirements.SelectMany(static id => new[] { "-method", $"*.{PrefixOf(id)}*" }),
            ],
            new Dictionary<string, string?> { [Variable] = off },
            Repository.Root,
            TestContext.Current.CancellationToken
        );

    /// <summary>How the names of a requirement's tests begin.</summary>
    public static string PrefixOf(string requirement) => requirement.Replace('-', '_') + "_";

    private static async Task CompileAsync(string project, Guard[] guards)
    {
        string name = Path.GetFileNameWithoutExtension(project);
        string sources = Directory.CreateDirectory(Path.Combine(Folder, "src", name)).FullName;
        List<string> items = [Include(await WriteAsync(sources, "GuardSwitch.cs", Switch))];
        foreach (IGrouping<string, Guard> file in guards.GroupBy(static guard => guard.File))
        {
            string text = file.Aggregate(Repository.Read(file.Key), Replace);
            items.Add($"<Compile Remove=\"{Repository.At(file.Key)}\" />");
            items.Add(Include(await WriteAsync(sources, Path.GetFileName(file.Key), text)));
        }

        string output = Path.Combine(Folder, "obj", name) + Path.DirectorySeparatorChar;
        string targets = await WriteAsync(
            sources,
            "Guards.targets",
            $"""
            <Project>
              <PropertyGroup Condition="'$(MSBuildProjectName)' == '{name}'">
                <IntermediateOutputPath>{output}</IntermediateOutputPath>
              </PropertyGroup>
              <ItemGroup Condition="'$(MSBuildProjectName)' == '{name}'">
                {string.Join("\n    ", items)}
              </ItemGroup>
            </Project>
            """
        );
        CompletedProcess build = await ChildProcess.RunAsync(
            "dotnet",
            [
                "build",
                project,
                "-t:Compile",
                "-f:net10.0",
                "--no-restore",
                "-v:q",
                "-nologo",
                "-clp:NoSummary",
                "-p:BuildProjectReferences=false",
                "-p:RunAnalyzers=false",
                "-p:TreatWarningsAsErrors=false",
                $"-p:CustomBeforeMicrosoftCommonTargets={targets}",
            ],
            folder: Repository.Root,
            cancellationToken: TestContext.Current.CancellationToken
        );
        build.ExitCode.ShouldBe(0, build.Everything);
        foreach (string assembly in Directory.EnumerateFiles(output, "*.dll"))
        {
            File.Copy(assembly, Path.Combine(Tests, Path.GetFileName(assembly)), overwrite: true);
        }
    }

    private static string Replace(string text, Guard guard)
    {
        int at = text.IndexOf(guard.Code, StringComparison.Ordinal);
        (at >= 0 && at == text.LastIndexOf(guard.Code, StringComparison.Ordinal)).ShouldBeTrue(
            $"{guard.File} has the guard of {guard.Requirement} once, as Guard.All names it."
        );
        string without = guard.Without.Replace(
            Off,
            $"global::GuardSwitch.IsOff(\"{guard.Requirement}\")",
            StringComparison.Ordinal
        );
        return text.Replace(guard.Code, without, StringComparison.Ordinal);
    }

    private static string Include(string file) => $"<Compile Include=\"{file}\" />";

    private static async Task<string> WriteAsync(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (FileInfo file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (DirectoryInfo folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
