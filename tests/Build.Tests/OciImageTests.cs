using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Build.Tests;

public sealed class OciImageTests
{
    private readonly IReadOnlyDictionary<string, (TarEntry Entry, byte[] Content)> _archive = Unpacked.Tar(
        SomeRelease.Image()
    );

    [Fact]
    public void Every_descriptor_leads_to_the_bytes_that_it_describes()
    {
        JsonNode manifest = Follow(Json("index.json")["manifests"]![0]!);
        JsonNode configuration = Follow(manifest["config"]!);
        byte[] layer = Unpacked.Gzip(Bytes(manifest["layers"]![0]!));

        configuration["rootfs"]!["diff_ids"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldBe(Digest(layer));
        Json("oci-layout")["imageLayoutVersion"]!.ToString().ShouldBe("1.0.0");
    }

    [Fact]
    public void The_manifest_for_older_versions_of_Docker_names_the_same_blobs()
    {
        JsonNode docker = Json("manifest.json")[0]!;
        JsonNode manifest = Follow(Json("index.json")["manifests"]![0]!);

        docker["Config"]!.ToString().ShouldBe(PathOf(manifest["config"]!));
        docker["Layers"]!.AsArray().ShouldHaveSingleItem()!.ToString().ShouldBe(PathOf(manifest["layers"]![0]!));
        docker["RepoTags"]![0]!.ToString().ShouldBe("clickup-mcp:1.2.3");
    }

    [Fact]
    [Trait("Requirement", "C-01")]
    public void The_layer_holds_the_program_and_the_certificates_and_nothing_else()
    {
        JsonNode manifest = Follow(Json("index.json")["manifests"]![0]!);
        var files = Unpacked.Tar(Unpacked.Gzip(Bytes(manifest["layers"]![0]!)));
        JsonNode started = Follow(manifest["config"]!)["config"]!;

        string program = started["Entrypoint"]![0]!.ToString()[1..];
        string certificates = started["Env"]![0]!.ToString().Replace("SSL_CERT_FILE=/", "", StringComparison.Ordinal);
        files
            .Where(static file => file.Value.Entry.EntryType == TarEntryType.RegularFile)
            .Select(static file => file.Key)
            .ShouldBe([program, certificates], ignoreOrder: true);
        files[program].Content.ShouldBe(SomeRelease.Program);
        files[program].Entry.Mode.HasFlag(UnixFileMode.OtherExecute).ShouldBeTrue();
        files[certificates].Content.ShouldBe(SomeRelease.Certificates);
        files.Values.ShouldAllBe(static file =>
            file.Entry.Uid == 0 && !file.Entry.Mode.HasFlag(UnixFileMode.OtherWrite)
        );
        started["User"]!.ToString().Split(':').ShouldAllBe(static id => int.Parse(id) > 1000);
    }

    [Fact]
    public void The_same_release_has_the_same_bytes()
    {
        SomeRelease.Image().ShouldBe(SomeRelease.Image());
        SomeRelease
            .Image(SomeRelease.Info with { Time = SomeRelease.Info.Time.ToOffset(TimeSpan.FromHours(9)) })
            .ShouldBe(SomeRelease.Image());
        SomeRelease.Image(SomeRelease.Info with { Version = "1.2.4" }).ShouldNotBe(SomeRelease.Image());
    }

    private static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    private static string PathOf(JsonNode descriptor) => $"blobs/{descriptor["digest"]!.ToString().Replace(':', '/')}";

    private JsonNode Json(string name) => JsonNode.Parse(_archive[name].Content)!;

    private JsonNode Follow(JsonNode descriptor) => JsonNode.Parse(Bytes(descriptor))!;

    private byte[] Bytes(JsonNode descriptor)
    {
        byte[] content = _archive[PathOf(descriptor)].Content;
        Digest(content).ShouldBe(descriptor["digest"]!.ToString());
        descriptor["size"]!.GetValue<int>().ShouldBe(content.Length);
        return content;
    }
}
