using System.IO.Compression;
using System.Text.Json.Nodes;
using ClickUpMcp.Build.Release;
using ClickUpMcp.Hosting;

namespace Build.Tests;

public sealed class McpBundleTests
{
    private static readonly byte[] Bundle = McpBundle.Write(SomeRelease.Program, [1], SomeRelease.Info);

    [Fact]
    public void Its_entry_point_is_the_program_and_may_be_run()
    {
        using ZipArchive archive = new(new MemoryStream(Bundle));
        JsonNode server = Manifest()["server"]!;
        ZipArchiveEntry program = archive.GetEntry(server["entry_point"]!.ToString()).ShouldNotBeNull();

        server["mcp_config"]!["command"]!.ToString().ShouldBe($"${{__dirname}}/{program.FullName}");
        (program.ExternalAttributes >> 16 & 0b001_001_001).ShouldBe(0b001_001_001);
        program.Length.ShouldBe(SomeRelease.Program.Length);
    }

    [Fact]
    public void What_a_user_fills_in_reaches_settings_that_the_server_has()
    {
        JsonObject asked = Manifest()["user_config"]!.AsObject();
        JsonObject variables = Manifest()["server"]!["mcp_config"]!["env"]!.AsObject();

        variables
            .Select(static variable => variable.Value!.ToString())
            .ShouldBe(asked.Select(static field => $"${{user_config.{field.Key}}}"), ignoreOrder: true);
        variables
            .Select(static variable => variable.Key)
            .ShouldBeSubsetOf(Settings.All.Select(static setting => setting.Variable ?? string.Empty));
        asked["api_key"]!["sensitive"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void The_same_release_has_the_same_bytes() =>
        McpBundle.Write(SomeRelease.Program, [1], SomeRelease.Info).ShouldBe(Bundle);

    private static JsonNode Manifest()
    {
        using ZipArchive archive = new(new MemoryStream(Bundle));
        using Stream stream = archive.GetEntry("manifest.json").ShouldNotBeNull().Open();
        return JsonNode.Parse(stream)!;
    }
}
