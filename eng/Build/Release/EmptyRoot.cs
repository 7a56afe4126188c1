using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Release;

/// <summary>The files of an image in a folder that is the root of its program, with what an engine adds to it: names of hosts, name servers, a volume.</summary>
[SupportedOSPlatform("linux")]
internal sealed class EmptyRoot : IDisposable
{
    /// <summary>The volume, as its program sees it.</summary>
    public const string Volume = "/data";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clickup-mcp-image-");
    private readonly JsonNode _configuration;

    /// <param name="image">The archive of the image.</param>
    public EmptyRoot(byte[] image)
    {
        var files = Entries(new MemoryStream(image));
        var manifest = JsonNode.Parse(files["manifest.json"])![0]!;
        foreach (var layer in manifest["Layers"]!.AsArray())
        {
            using GZipStream unzipped = new(new MemoryStream(files[layer!.ToString()]), CompressionMode.Decompress);
            Directory.CreateDirectory(At(""));
            TarFile.ExtractToDirectory(unzipped, At(""), overwriteFiles: false);
        }

        _configuration = JsonNode.Parse(files[manifest["Config"]!.ToString()])!["config"]!;
        Directory.CreateDirectory(At("dev"));
        Directory.CreateDirectory(At(Volume[1..]));
        foreach (var name in (string[])["hosts", "resolv.conf"])
        {
            File.Copy($"/etc/{name}", At($"etc/{name}"));
        }

        Program = Script("start", _configuration["Env"]![0]!.ToString());
        Bare = Script("start-bare", "");
    }

    /// <summary>Starts the entry point as an engine does.</summary>
    public string Program { get; }

    /// <summary>Starts it without the variables of the image, as an executable that was copied to a machine.</summary>
    public string Bare { get; }

    /// <summary>Whether this process may give a program another root and mounts of its own.</summary>
    public static async Task<bool> CanBeMadeAsync(CancellationToken cancellationToken) =>
        Environment.IsPrivilegedProcess
        && ProgramPath.Find("unshare") is { } unshare
        && (
            await ChildProcess.RunAsync(
                unshare,
                ["--mount", "chroot", "/", "true"],
                cancellationToken: cancellationToken
            )
        ).ExitCode == 0;

    /// <summary>A file of the root, as this process sees it.</summary>
    public string At(string path) => Path.Combine(_folder.FullName, "root", path);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A mount namespace of its own: the devices go with the process.</summary>
    private string Script(string name, string variable)
    {
        var script = Path.Combine(_folder.FullName, name);
        var user = _configuration["User"]!.ToString();
        File.WriteAllText(
            script,
            $"""
            #!/bin/sh
            set -f
            exec unshare --mount sh -c '
              root=$0
              mount --rbind /dev "$root/dev"
              chown -R {user} "$root{Volume}"
              exec env -i {variable} $(env | grep "^CLICKUP_") "$(command -v chroot)" --userspec={user} "$root" {_configuration[
                "Entrypoint"
            ]![0]} "$@"
            ' '{At("").TrimEnd('/')}' "$@"

            """
        );
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return script;
    }

    private static Dictionary<string, byte[]> Entries(Stream archive)
    {
        Dictionary<string, byte[]> files = [];
        using TarReader reader = new(archive);
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using MemoryStream copy = new();
                data.CopyTo(copy);
                files[entry.Name] = copy.ToArray();
            }
        }

        return files;
    }
}
