using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Release;

/// <summary>Makes everything that people download, in <c>artifacts/release</c>.</summary>
[SupportedOSPlatform("linux")]
internal static class ReleaseBuilder
{
    private const string Certificates = "/etc/ssl/certs/ca-certificates.crt";
    private const string Checksums = "SHA256SUMS";

    /// <param name="isCheckedAgain">Whether it is made a second time in another folder, to compare the bytes.</param>
    public static async Task<int> RunAsync(bool isCheckedAgain)
    {
        if (isCheckedAgain)
        {
            await ReleaseComparison.RequireCommitAsync();
        }

        var info = await ReleaseInfo.ReadAsync();
        Shell.Dotnet("tool", "restore");
        Shell.Dotnet("restore", Verbs.Solution, "--locked-mode", "-v", "q");
        var program = await NativePublisher.PublishAsync(NativeProgram.Server, NativeVariant.Static);
        var portable = await File.ReadAllBytesAsync(program);
        var dynamic = await File.ReadAllBytesAsync(await NativePublisher.PublishAsync(NativeProgram.Server));
        var sbom = await Sbom.ReadAsync(info);
        var notices = Encoding.UTF8.GetBytes(ThirdPartyNotices.Write(sbom));
        var licence = await File.ReadAllBytesAsync(Repository.At("LICENSE"));

        var image = await ImageAsync(program);
        await ImageCheck.RunAsync(image);

        var bundleName = info.NameOf(".mcpb");
        var bundle = McpBundle.Write(portable, licence, info);
        Dictionary<string, byte[]> artefacts = new()
        {
            [info.NameOf("")] = portable,
            [info.NameOf("-dynamic")] = dynamic,
            [info.NameOf(".tar.gz")] = Archive(
                [
                    new(ReleaseInfo.Product, portable, IsExecutable: true),
                    new("LICENSE", licence),
                    new("THIRD-PARTY-NOTICES.txt", notices),
                    .. await PrintedAsync(program),
                ],
                info
            ),
            [info.NameOf("-image.tar")] = image,
            [bundleName] = bundle,
            ["sbom.cdx.json"] = Encoding.UTF8.GetBytes(Sbom.Write(sbom)),
            ["THIRD-PARTY-NOTICES.txt"] = notices,
            ["install.sh"] = await File.ReadAllBytesAsync(Repository.At("deploy", "install.sh")),
        };
        if (RegistryEntry.Write(bundleName, bundle, info) is { } entry)
        {
            artefacts["server.json"] = Encoding.UTF8.GetBytes(entry);
        }
        else
        {
            Console.WriteLine(
                $"No server.json: {ReleaseInfo.RepositoryVariable} does not say where the release will be."
            );
        }

        var checksums = await WriteAsync(artefacts);
        if (isCheckedAgain)
        {
            await ReleaseComparison.RunAsync(checksums);
        }

        return 0;
    }

    /// <summary>The container image of the static executable.</summary>
    public static async Task<byte[]> ImageAsync(string program)
    {
        Prerequisites.ForImage();
        return OciImage.Write(
            await File.ReadAllBytesAsync(program),
            await File.ReadAllBytesAsync(Certificates),
            await ReleaseInfo.ReadAsync()
        );
    }

    private static byte[] Archive(IEnumerable<ArchiveEntry> files, ReleaseInfo info) =>
        ReproducibleTar.Compress(
            ReproducibleTar.Write(
                files
                    .Concat(
                        new[] { "README.md", "CHANGELOG.md" }.Select(static name => new ArchiveEntry(
                            name,
                            File.ReadAllBytes(Repository.At(name))
                        ))
                    )
                    .Select(file => file with { Path = $"{ReleaseInfo.Product}-{info.Version}/{file.Path}" }),
                info.Time
            )
        );

    /// <summary>The manual page and the completion scripts, as the program prints them.</summary>
    private static async Task<IReadOnlyList<ArchiveEntry>> PrintedAsync(string program) =>
        [
            await PrintAsync(program, "man/clickup-mcp.1", "help", "--man"),
            await PrintAsync(program, "completions/clickup-mcp.bash", "completion", "bash"),
            await PrintAsync(program, "completions/_clickup-mcp", "completion", "zsh"),
            await PrintAsync(program, "completions/clickup-mcp.fish", "completion", "fish"),
            await PrintAsync(program, "completions/clickup-mcp.ps1", "completion", "pwsh"),
        ];

    private static async Task<ArchiveEntry> PrintAsync(string program, string path, params string[] arguments)
    {
        var printed = await ChildProcess.RunAsync(program, arguments);
        return printed.ExitCode == 0
            ? new(path, Encoding.UTF8.GetBytes(printed.Output))
            : throw new BuildFailedException($"{string.Join(' ', arguments)} failed.\n{printed.Everything}");
    }

    /// <returns>The file with the checksums.</returns>
    private static async Task<string> WriteAsync(Dictionary<string, byte[]> artefacts)
    {
        var folder = Path.Combine(Repository.Artifacts, "release");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        StringBuilder sums = new();
        foreach (var (name, content) in artefacts.OrderBy(static artefact => artefact.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, content);
            sums.Append($"{Convert.ToHexStringLower(SHA256.HashData(content))}  {name}\n");
            Console.WriteLine($"{Path.GetRelativePath(Repository.Root, path)}: {content.Length / 1048576.0:F1} MiB");
            if (IsProgram(content))
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
            }
        }

        var checksums = Path.Combine(folder, Checksums);
        await File.WriteAllTextAsync(checksums, sums.ToString());
        Console.Write(sums);
        return checksums;
    }

    private static bool IsProgram(byte[] content) =>
        content.AsSpan().StartsWith("\u007fELF"u8) || content.AsSpan().StartsWith("#!"u8);
}
