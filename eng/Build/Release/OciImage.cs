using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClickUpMcp.Build.Release;

/// <summary>A container image of one layer as an archive that Docker, Podman and registries' tools load.</summary>
/// <remarks>
/// The layout is that of the <see href="https://github.com/opencontainers/image-spec/blob/main/image-layout.md">OCI image specification</see>;
/// <c>manifest.json</c> beside it is for versions of Docker before 25, which know only their own format.
/// </remarks>
public static class OciImage
{
    /// <summary>The user that the server runs as: a number that no host gives to people, so that no name is needed.</summary>
    public const string User = "65532:65532";

    private const string Program = "/clickup-mcp";
    private const string Certificates = "etc/ssl/certs/ca-certificates.crt";
    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>The archive.</summary>
    /// <param name="program">The static executable.</param>
    /// <param name="certificates">The certificates of the authorities to trust, in PEM.</param>
    /// <param name="info">What the image says of itself.</param>
    public static byte[] Write(byte[] program, byte[] certificates, ReleaseInfo info)
    {
        var layer = ReproducibleTar.Write(
            [new(Program[1..], program, IsExecutable: true), new(Certificates, certificates)],
            info.Time
        );
        var compressed = ReproducibleTar.Compress(layer);
        var configuration = Json(Configuration(layer, info));
        var manifest = Json(
            new JsonObject
            {
                ["schemaVersion"] = 2,
                ["mediaType"] = Manifest,
                ["config"] = Descriptor("application/vnd.oci.image.config.v1+json", configuration),
                ["layers"] = new JsonArray(Descriptor("application/vnd.oci.image.layer.v1.tar+gzip", compressed)),
            }
        );
        return ReproducibleTar.Write(
            [
                new("oci-layout", Json(new JsonObject { ["imageLayoutVersion"] = "1.0.0" })),
                new("index.json", Json(Index(manifest, info))),
                new("manifest.json", Json(DockerManifest(configuration, compressed, info))),
                Blob(configuration),
                Blob(manifest),
                Blob(compressed),
            ],
            info.Time
        );
    }

    private static JsonObject Configuration(byte[] layer, ReleaseInfo info)
    {
        var created = info.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        JsonObject labels = new()
        {
            ["org.opencontainers.image.title"] = ReleaseInfo.Product,
            ["org.opencontainers.image.description"] = ReleaseInfo.Summary,
            ["org.opencontainers.image.version"] = info.Version,
            ["org.opencontainers.image.licenses"] = "MIT",
        };
        if (info.Repository is { } repository)
        {
            labels["org.opencontainers.image.source"] = repository.ToString();
        }

        return new JsonObject
        {
            ["created"] = created,
            ["architecture"] = ReleaseInfo.Architecture,
            ["os"] = "linux",
            ["config"] = new JsonObject
            {
                ["User"] = User,
                ["Env"] = new JsonArray($"SSL_CERT_FILE=/{Certificates}"),
                ["Entrypoint"] = new JsonArray(Program),
                ["Cmd"] = new JsonArray("stdio"),
                ["WorkingDir"] = "/",
                ["Labels"] = labels,
            },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(Digest(layer)) },
            ["history"] = new JsonArray(
                new JsonObject { ["created"] = created, ["created_by"] = "./build.sh release" }
            ),
        };
    }

    private static JsonObject Index(byte[] manifest, ReleaseInfo info)
    {
        var only = Descriptor(Manifest, manifest);
        only["platform"] = new JsonObject { ["architecture"] = ReleaseInfo.Architecture, ["os"] = "linux" };
        only["annotations"] = new JsonObject
        {
            ["io.containerd.image.name"] = $"{ReleaseInfo.Product}:{info.Version}",
            ["org.opencontainers.image.ref.name"] = info.Version,
        };
        return new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = "application/vnd.oci.image.index.v1+json",
            ["manifests"] = new JsonArray(only),
        };
    }

    private static JsonArray DockerManifest(byte[] configuration, byte[] layer, ReleaseInfo info) =>
        [
            new JsonObject
            {
                ["Config"] = Blob(configuration).Path,
                ["RepoTags"] = new JsonArray($"{ReleaseInfo.Product}:{info.Version}"),
                ["Layers"] = new JsonArray(Blob(layer).Path),
            },
        ];

    private static JsonObject Descriptor(string mediaType, byte[] content) =>
        new()
        {
            ["mediaType"] = mediaType,
            ["digest"] = Digest(content),
            ["size"] = content.Length,
        };

    private static ArchiveEntry Blob(byte[] content) => new($"blobs/{Digest(content).Replace(':', '/')}", content);

    private static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    private static byte[] Json(JsonNode node) =>
        Encoding.UTF8.GetBytes(node.ToJsonString(JsonSerializerOptions.Default));
}
