using System.Security.Cryptography;
using ClickUpMcp.Driver;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Docs;

/// <summary>A folder in which a reader follows the pages: a release, a tokens file, an empty home, and <c>clickup-mcp</c> on the path.</summary>
/// <remarks>
/// The commands that stand in for programs which a test cannot start lie in <c>commands</c>. <c>clickup-mcp</c> there is the executable under
/// test with the sandbox in place of the real one; a server is ended once it says where it listens.
/// </remarks>
internal sealed class Workshop : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clickup-mcp-docs-");

    private Workshop() => _folder.CreateSubdirectory("home");

    public static async Task<Workshop> CreateAsync()
    {
        Workshop workshop = new();
        foreach (var file in Directory.EnumerateFiles(Repository.At("deploy")))
        {
            File.Copy(file, workshop.At(Path.GetFileName(file)));
        }

        PrivateFile.Write(workshop.At("tokens"), $"anna {TokenFile.HashOf(TokenFile.Anna)}\n");
        foreach (var key in (string[])["master-key", "cursor-key"])
        {
            PrivateFile.Write(workshop.At(key), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        var machine = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        var release = workshop.At($"clickup-mcp-0.1.0-linux-{machine}");
        await File.WriteAllTextAsync(release, $"#!/bin/sh\nexec \"{ServerBinary.Path}\" \"$@\"\n", Limit.Short);
        var sums = await workshop.RunAsync($"sha256sum {Path.GetFileName(release)} > SHA256SUMS");
        sums.ExitCode.ShouldBe(0, sums.Everything);
        return workshop;
    }

    /// <summary>Runs the lines of a block in one shell, which stops at the first that fails.</summary>
    public Task<CompletedProcess> RunAsync(string script) =>
        ChildProcess.RunAsync(
            "bash",
            ["-euo", "pipefail", "-c", script],
            new Dictionary<string, string?>
            {
                ["PATH"] =
                    $"{Repository.At("tests", "EndToEnd.Tests", "Docs", "commands")}:{Environment.GetEnvironmentVariable("PATH")}",
                ["HOME"] = At("home"),
                ["XDG_CONFIG_HOME"] = null,
                ["CODEX_HOME"] = null,
                ["DOCS_SERVER"] = ServerBinary.Path,
            },
            _folder.FullName,
            Limit.Short
        );

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A file of the folder.</summary>
    public string At(string name) => Path.Combine(_folder.FullName, name);
}
