using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>Links on Linux on x64 for Linux on arm64, with Debian's cross compiler and Debian's libraries for arm64.</summary>
internal sealed class CrossToolchain
{
    public const string Rid = "linux-arm64";

    /// <summary>How its folders and artefacts are called.</summary>
    public const string Architecture = "arm64";

    private const string Triple = "aarch64-linux-gnu";
    private const string Emulator = "qemu-aarch64-static";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>What is linked in; the C library comes with the compiler.</summary>
    private static readonly string[] Libraries = ["libsqlite3-dev", "libssl-dev"];

    private readonly string _root;

    private CrossToolchain(string root) => _root = root;

    /// <summary>What MSBuild has to know.</summary>
    public IEnumerable<string> Properties =>
        [
            $"-p:CppCompilerAndLinker={Triple}-gcc",
            $"-p:ObjCopyName={Triple}-objcopy",
            $"-p:CrossLibraries={Path.Combine(_root, "usr", "lib", Triple)}",
        ];

    /// <summary>What CMake has to know, which builds the runtime's layer over OpenSSL for a static executable.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["OPENSSL_ROOT_DIR"] = Path.Combine(_root, "usr"),
            ["CFLAGS"] = $"-I{Path.Combine(_root, "usr", "include", Triple)}",
        };

    /// <summary>Installs the compiler and puts the libraries into a folder of the build: the machine gets no second architecture.</summary>
    [SupportedOSPlatform("linux")]
    public static async Task<CrossToolchain> ProvideAsync(NativeVariant variant)
    {
        Prerequisites.ForLinking(variant);
        Prerequisites.ForCrossLinking();
        var folder = Path.Combine(Repository.Artifacts, $"cross-{Architecture}");
        var root = Path.Combine(folder, "root");
        if (!Directory.Exists(root))
        {
            await DownloadAsync(folder, Libraries);
            foreach (var package in Directory.EnumerateFiles(folder, "*.deb"))
            {
                Shell.Run("dpkg-deb", ["-x", package, $"{root}.new"]);
            }

            Directory.Move($"{root}.new", root);
        }

        return new CrossToolchain(root);
    }

    /// <summary>Starts the program under emulation, where the machine has QEMU.</summary>
    public static async Task TryAsync(string program)
    {
        if (ProgramPath.Find(Emulator) is not { } emulator)
        {
            Console.WriteLine($"Not started: {Emulator} (package qemu-user-static) is not there.");
            return;
        }

        using CancellationTokenSource deadline = new(Deadline);
        await using var client = StdioClient.Start(emulator, [program, "stdio", "--sandbox"]);
        try
        {
            await client.InitializeAsync(deadline.Token);
            var task = await client.CallAsync("get_task", new JsonObject { ["task"] = "27075wz" }, deadline.Token);
            if (task.IsError || await client.CloseAsync(deadline.Token) != 0)
            {
                throw new InvalidOperationException(task.Text);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException)
        {
            throw new BuildFailedException($"It does not work under emulation: {e.Message}\n{client.Errors}");
        }

        Console.WriteLine("Under emulation it serves stdio.");
    }

    /// <summary>apt with lists of its own, so that those of the machine stay as they are.</summary>
    private static async Task DownloadAsync(string folder, IEnumerable<string> packages)
    {
        Directory.CreateDirectory(Path.Combine(folder, "state", "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(folder, "cache", "archives", "partial"));
        await File.WriteAllTextAsync(Path.Combine(folder, "status"), "");
        string[] apart =
        [
            "-q",
            $"-oDir::State={folder}/state",
            $"-oDir::State::status={folder}/status",
            $"-oDir::Cache={folder}/cache",
            $"-oAPT::Architecture={Architecture}",
            $"-oAPT::Architectures={Architecture}",
        ];
        foreach (
            string[] words in (string[][])
                [
                    ["update"],
                    ["download", .. packages],
                ]
        )
        {
            var done = await ChildProcess.RunAsync("apt-get", [.. apart, .. words], folder: folder);
            if (done.ExitCode != 0)
            {
                throw new BuildFailedException($"The libraries for {Architecture} cannot be had.\n{done.Everything}");
            }
        }
    }
}
