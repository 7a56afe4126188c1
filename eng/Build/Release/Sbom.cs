using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Release;

/// <summary>The bill of materials: what the executable is made of beyond the .NET runtime, with versions, hashes and licences.</summary>
internal static class Sbom
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The document, in CycloneDX's JSON.</summary>
    public static async Task<JsonObject> ReadAsync(ReleaseInfo info)
    {
        var folder = Path.Combine(Repository.Artifacts, "sbom");
        Directory.CreateDirectory(folder);
        var made = await ChildProcess.RunAsync(
            "dotnet",
            [
                "tool",
                "run",
                "dotnet-CycloneDX",
                "--",
                Repository.At("src", "Server", "ClickUpMcp.Server.csproj"),
                "--framework",
                "net10.0",
                "--base-intermediate-output-path",
                Path.Combine(Repository.Artifacts, "obj"),
                "--disable-package-restore",
                "--exclude-dev",
                "--no-serial-number",
                "--set-name",
                ReleaseInfo.Product,
                "--set-version",
                info.Version,
                "--output-format",
                "Json",
                "--output",
                folder,
                "--filename",
                "sbom.json",
            ]
        );
        if (made.ExitCode != 0)
        {
            throw new BuildFailedException($"The bill of materials could not be made.\n{made.Everything}");
        }

        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "sbom.json")))!.AsObject();
        // The same release has the same bytes, whenever it is built.
        document["metadata"]!["timestamp"] = info.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        return document;
    }

    public static string Write(JsonObject document) => document.ToJsonString(Indented);
}
