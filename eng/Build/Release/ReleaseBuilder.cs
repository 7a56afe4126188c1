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

    public static async Task<int> RunAsync()
    {
        Prerequisites.ForImage();
        var info = await ReleaseInfo.ReadAsync();
        Shell.Dotnet("tool", "restore");
        Shell.Dotnet("restore", Verbs.Solution, "--locked-mode", "-v", "q");
        var portable = await File.ReadAllBytesAsync(
            await NativePublisher.PublishAsync(NativeProgram.Server, NativeVariant.Static)
        );
        var dynamic = await File.ReadAllBytesAsync(await NativePublisher.PublishAsync(NativeProgram.Server));
        var sbom = await Sbom.ReadAsync(info);
        var notices = Encoding.UTF8.GetBytes(ThirdPartyNotices.Write(sbom));
        var licence = await File.ReadAllBytesAsync(Repository.At("LICENSE"));

        var image = OciImage.Write(portable, await File.ReadAllBytesAsync(Certificates), info);
        await ImageCheck.RunAsync(image);

        var bundleName = info.NameOf(".mcpb");
        var bundle = McpBundle.Write(portable, licence, info);
        Dictionary<string, byte[]> artefacts = new()
        {
            [info.NameOf("")] = portable,
            [info.NameOf("-dynamic")] = dynamic,
            [info.NameOf(".tar.gz")] = Archive(portable, licence, notices, info),
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

        await WriteAsync(artefacts);
        return 0;
    }

    private static byte[] Archive(byte[] program, byte[] licence, byte[] notices, ReleaseInfo info)
    {
        var folder = $"{ReleaseInfo.Product}-{info.Version}";
        return ReproducibleTar.Compress(
            ReproducibleTar.Write(
                [
                    new($"{folder}/{ReleaseInfo.Product}", program, IsExecutable: true),
                    new($"{folder}/LICENSE", licence),
                    new($"{folder}/README.md", File.ReadAllBytes(Repository.At("README.md"))),
                    new($"{folder}/CHANGELOG.md", File.ReadAllBytes(Repository.At("CHANGELOG.md"))),
                    new($"{folder}/THIRD-PARTY-NOTICES.txt", notices),
                ],
                info.Time
            )
        );
    }

    private static async Task WriteAsync(Dictionary<string, byte[]> artefacts)
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

        await File.WriteAllTextAsync(Path.Combine(folder, Checksums), sums.ToString());
        Console.Write(sums);
    }

    private static bool IsProgram(byte[] content) =>
        content.AsSpan().StartsWith("\u007fELF"u8) || content.AsSpan().StartsWith("#!"u8);
}
