using System.Security.Cryptography;
using ClickUpMcp.Driver;

namespace Build.Tests;

/// <summary>The script that people run to install a release, against a release in a folder.</summary>
public sealed class InstallScriptTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clickup-mcp-install-");

    private string Release => Path.Combine(_folder.FullName, "release");

    private string Installed => Path.Combine(_folder.FullName, "bin", "clickup-mcp");

    public InstallScriptTests()
    {
        Directory.CreateDirectory(Release);
        foreach (string machine in new[] { "x64", "arm64" })
        {
            Add($"clickup-mcp-1.2.3-linux-{machine}", SomeRelease.Program);
            Add($"clickup-mcp-1.2.3-linux-{machine}-dynamic", [1]);
            Add($"clickup-mcp-1.2.3-linux-{machine}.tar.gz", [2]);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_puts_the_checked_executable_into_place_and_says_its_version()
    {
        CompletedProcess run = await RunAsync(Release);

        run.Everything.ShouldContain($"{Installed}: 1.2.3");
        run.ExitCode.ShouldBe(0, run.Everything);
        (await File.ReadAllBytesAsync(Installed, TestContext.Current.CancellationToken)).ShouldBe(SomeRelease.Program);
    }

    [Fact]
    public async Task It_replaces_an_older_one()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Installed)!);
        await File.WriteAllTextAsync(Installed, "old", TestContext.Current.CancellationToken);

        (await RunAsync(Release)).ExitCode.ShouldBe(0);
        (await File.ReadAllBytesAsync(Installed, TestContext.Current.CancellationToken)).ShouldBe(SomeRelease.Program);
    }

    [Fact]
    public async Task A_file_that_was_changed_is_not_installed()
    {
        foreach (string file in Directory.GetFiles(Release, "clickup-mcp-*"))
        {
            await File.AppendAllTextAsync(file, "more", TestContext.Current.CancellationToken);
        }

        CompletedProcess run = await RunAsync(Release);

        run.ExitCode.ShouldNotBe(0);
        run.Everything.ShouldContain("checksum");
        File.Exists(Installed).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://example.com/release", "must be an https address or a folder")]
    [InlineData("/nowhere", "no SHA256SUMS")]
    public async Task A_release_that_cannot_be_trusted_or_found_is_refused(string release, string problem)
    {
        CompletedProcess run = await RunAsync(release);

        run.ExitCode.ShouldNotBe(0);
        run.Everything.ShouldContain(problem);
        File.Exists(Installed).ShouldBeFalse();
    }

    private void Add(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(Release, name), content);
        File.AppendAllText(
            Path.Combine(Release, "SHA256SUMS"),
            $"{Convert.ToHexStringLower(SHA256.HashData(content))}  {name}\n"
        );
    }

    private Task<CompletedProcess> RunAsync(string release) =>
        ChildProcess.RunAsync(
            "sh",
            [Repository.At("deploy", "install.sh")],
            new Dictionary<string, string?>
            {
                ["CLICKUP_MCP_RELEASE"] = release,
                ["CLICKUP_MCP_PREFIX"] = Path.GetDirectoryName(Installed),
            },
            cancellationToken: TestContext.Current.CancellationToken
        );
}
