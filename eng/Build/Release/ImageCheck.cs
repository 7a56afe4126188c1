using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Release;

/// <summary>Runs the program of an image in a root that holds nothing but the image's files and the kernel's devices.</summary>
[SupportedOSPlatform("linux")]
internal static class ImageCheck
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <exception cref="BuildFailedException">It does not serve there, over stdio or HTTP.</exception>
    public static async Task RunAsync(byte[] image)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Console.WriteLine("The image was not started: an empty root needs root's rights.");
            return;
        }

        var root = Directory.CreateTempSubdirectory("clickup-mcp-image-");
        try
        {
            var program = Unpack(image, root.FullName);
            using CancellationTokenSource deadline = new(Deadline);
            await ServeStdioAsync(program, deadline.Token);
            await ServeHttpAsync(program, deadline.Token);
            Console.WriteLine("The image serves stdio and HTTP in an empty root, as a user without rights.");
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException or HttpRequestException)
        {
            throw new BuildFailedException($"The program does not work in an empty root: {e.Message}");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>Unpacks the layers, and gives a script that starts the entry point in them.</summary>
    private static string Unpack(byte[] image, string folder)
    {
        var files = Entries(new MemoryStream(image));
        var manifest = JsonNode.Parse(files["manifest.json"])![0]!;
        var root = Path.Combine(folder, "root");
        Directory.CreateDirectory(root);
        foreach (var layer in manifest["Layers"]!.AsArray())
        {
            using GZipStream unzipped = new(new MemoryStream(files[layer!.ToString()]), CompressionMode.Decompress);
            TarFile.ExtractToDirectory(unzipped, root, overwriteFiles: false);
        }

        var configuration = JsonNode.Parse(files[manifest["Config"]!.ToString()])!["config"]!;
        Directory.CreateDirectory(Path.Combine(root, "dev"));
        var script = Path.Combine(folder, "start");
        // A mount namespace of its own: the devices go with the process.
        File.WriteAllText(
            script,
            $"""
            #!/bin/sh
            exec unshare --mount sh -c '
              root=$0
              mount --rbind /dev "$root/dev"
              exec env -i {configuration["Env"]![0]} "$(command -v chroot)" --userspec={configuration[
                "User"
            ]} "$root" {configuration["Entrypoint"]![0]} "$@"
            ' '{root}' "$@"

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

    // The zone is one that no file of the image could have told.
    private static async Task ServeStdioAsync(string program, CancellationToken cancellationToken)
    {
        await using var client = StdioClient.Start(program, ["stdio", "--sandbox"]);
        await client.InitializeAsync(cancellationToken);
        JsonObject arguments = new()
        {
            ["list"] = "Ideas",
            ["name"] = "Try the image",
            ["due"] = "2026-12-24 20:00 Asia/Tokyo",
        };
        var made = await client.CallAsync("create_task", arguments, cancellationToken);
        if (made.IsError || !made.Text.Contains("2026-12-24T12:00", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"create_task gave: {made.Text}");
        }

        if (await client.CloseAsync(cancellationToken) != 0)
        {
            throw new InvalidOperationException($"stdio ended with an error.\n{client.Errors}");
        }
    }

    private static async Task ServeHttpAsync(string program, CancellationToken cancellationToken)
    {
        await using var server = await HttpServerProcess.StartAsync(program, ["--sandbox"], null, cancellationToken);
        using HttpClient client = new();
        var live = await client.GetAsync(new Uri(server.Address, "/healthz"), cancellationToken);
        live.EnsureSuccessStatusCode();
    }
}
