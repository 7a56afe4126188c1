using System.Runtime.InteropServices;
using ClickUpMcp.Build.Release;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Publishes native executables, each once per state of its inputs.</summary>
internal static class NativePublisher
{
    private static readonly string[] CommonInputs =
    [
        "eng/Native.props",
        "eng/left-out.xml",
        "eng/Native",
        "eng/start-order.txt",
        StartPages.Target,
        "Directory.Build.props",
        "Directory.Packages.props",
        "global.json",
    ];

    private static string Rid { get; } = DetectRid();

    /// <summary>The published executable as it was linked, without its symbols beside it, which Valgrind cannot read.</summary>
    public static string Linked(NativeProgram program) =>
        Path.Combine(Repository.Artifacts, "native-build", program.Folder, "publish", program.Executable);

    /// <param name="program">What to publish.</param>
    /// <param name="variant">How it is linked.</param>
    /// <param name="cross">What links for another processor; null for that of this machine.</param>
    /// <param name="without">Files of <c>eng/features</c>, by name: what is left out, to measure what it costs.</param>
    /// <returns>The executable.</returns>
    public static async Task<string> PublishAsync(
        NativeProgram program,
        NativeVariant variant = NativeVariant.Default,
        CrossToolchain? cross = null,
        params IReadOnlyList<string> without
    )
    {
        Prerequisites.ForLinking(variant);
        var name =
            variant == NativeVariant.Default
                ? program.Folder
                : $"{program.Folder}-{variant.ToString().ToLowerInvariant()}";
        var rid = cross is null ? Rid : CrossToolchain.Rid;
        name = cross is null ? name : $"{name}-{CrossToolchain.Architecture}";
        name = without.Count == 0 ? name : $"{name}-without-{string.Join('-', without)}";
        var scratch = Path.Combine(Repository.Artifacts, "native-build", name);
        var binary = Repository.NativeBinary(name, program.Executable);
        var framework = await FrameworkAsync();

        var stamp = Path.Combine(scratch, "inputs.sha256");
        var hash = SourceHash.Of(
            [.. CommonInputs, .. program.Inputs, .. without.Select(static feature => $"eng/features/{feature}.xml")],
            $"{Environment.Version} {framework} {rid} {variant}"
        );
        if (File.Exists(binary) && File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == hash)
        {
            Console.WriteLine($"{Relative(binary)} is up to date ({framework}).");
            return binary;
        }

        // The link step does not notice when only its options change.
        DeleteFolder(scratch);
        var output = Path.Combine(scratch, "publish");
        Shell.Run(
            "dotnet",
            [
                "publish",
                program.Project,
                .. Properties(framework, rid, scratch, variant),
                .. without.Count == 0 ? Array.Empty<string>() : [$"-p:NativeWithout={string.Join('+', without)}"],
                .. cross?.Properties ?? [],
                "-o",
                output,
                "-v",
                "q",
            ],
            BuildPaths.Unnamed(cross?.Environment)
        );

        if (OperatingSystem.IsLinux())
        {
            var linked = Path.Combine(output, Path.GetFileName(binary));
            await CheckAsync(linked, variant, cross);
            BuildPaths.Check(linked, scratch);
        }

        // Moved into place in one step, so that a running copy is replaced and not written into.
        Directory.CreateDirectory(Path.GetDirectoryName(binary)!);
        File.Copy(Path.Combine(output, Path.GetFileName(binary)), $"{binary}.new", overwrite: true);
        if (
            program == NativeProgram.Server
            && variant == NativeVariant.Default
            && cross is null
            && without.Count == 0
            && EntryTracer.IsSupported
        )
        {
            await StartPages.ArrangeAsync($"{binary}.new", name);
        }

        File.Move($"{binary}.new", binary, overwrite: true);
        await File.WriteAllTextAsync(stamp, hash);
        Console.WriteLine($"{Relative(binary)}: {framework}, {new FileInfo(binary).Length / 1048576.0:F1} MiB.");
        return binary;
    }

    /// <summary>What the linker made is for the processor that was asked for, and static where that was.</summary>
    private static async Task CheckAsync(string file, NativeVariant variant, CrossToolchain? cross)
    {
        ElfFile program = new(await File.ReadAllBytesAsync(file));
        var isArm = cross is not null || RuntimeInformation.OSArchitecture == Architecture.Arm64;
        if (
            program.Machine != (isArm ? ElfFile.Arm64 : ElfFile.X64)
            || program.IsStatic != (variant == NativeVariant.Static)
        )
        {
            throw new BuildFailedException($"{Relative(file)} is for another processor, or not linked as asked for.");
        }
    }

    /// <summary>net10.0 where its runtime pack restores, else net9.0; found out once per SDK and remembered.</summary>
    public static async Task<string> FrameworkAsync()
    {
        if (Environment.GetEnvironmentVariable("NativeTargetFramework") is { Length: > 0 } chosen)
        {
            return chosen;
        }

        var builds = Path.Combine(Repository.Artifacts, "native-build");
        var memory = Path.Combine(builds, $"framework-{Environment.Version}-{Rid}.txt");
        if (File.Exists(memory))
        {
            return await File.ReadAllTextAsync(memory);
        }

        var framework = "net10.0";
        var probe = await ChildProcess.RunAsync(
            "dotnet",
            [
                "restore",
                "src/Server",
                .. Properties(framework, Rid, Path.Combine(builds, "probe"), NativeVariant.Default),
                "-v",
                "q",
            ]
        );
        if (probe.ExitCode != 0)
        {
            // The pack is missing, or not there in the version that this SDK asks for.
            string[] missing = ["NU1101", "NU1102"];
            if (!missing.Any(code => probe.Everything.Contains(code, StringComparison.Ordinal)))
            {
                throw new BuildFailedException($"The restore for the native publish failed.\n{probe.Everything}");
            }

            framework = "net9.0";
            Console.WriteLine("The package feed has no net10.0 runtime pack for NativeAOT: publishing net9.0.");
        }

        Directory.CreateDirectory(builds);
        await File.WriteAllTextAsync(memory, framework);
        return framework;
    }

    private static IEnumerable<string> Properties(
        string framework,
        string rid,
        string scratch,
        NativeVariant variant
    ) =>
        [
            "-r",
            rid,
            "-p:PublishNative=true",
            $"-p:NativeTargetFramework={framework}",
            $"-p:NativeHardened={(variant == NativeVariant.Hardened ? "true" : "false")}",
            $"-p:NativeStatic={(variant == NativeVariant.Static ? "true" : "false")}",
            "-p:ScratchBuild=true",
            $"-p:ArtifactsPath={scratch}",
        ];

    /// <summary>The portable id: a distribution's own SDK names itself after the distribution, and has no packs.</summary>
    private static string DetectRid()
    {
        var system =
            OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
            : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);
}
