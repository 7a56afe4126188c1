using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClickUpMcp.Build.Release;

namespace Build.Tests;

public sealed class RegistryEntryTests
{
    private static readonly byte[] Bundle = [1, 2, 3];

    [Fact]
    public void It_names_the_bundle_of_the_release_and_its_hash()
    {
        JsonNode entry = JsonNode.Parse(RegistryEntry.Write("a.mcpb", Bundle, SomeRelease.Info).ShouldNotBeNull())!;
        JsonNode package = entry["packages"]!.AsArray().ShouldHaveSingleItem()!;

        entry["name"]!.ToString().ShouldBe("io.github.somebody/clickup-mcp");
        entry["version"]!.ToString().ShouldBe("1.2.3");
        // The registry's schema takes no more.
        entry["description"]!.ToString().Length.ShouldBeInRange(1, 100);
        package["identifier"]!
            .ToString()
            .ShouldBe("https://github.com/somebody/clickup-mcp/releases/download/v1.2.3/a.mcpb");
        package["fileSha256"]!.ToString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Bundle)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://example.com/")]
    public void Without_a_repository_there_is_none(string? repository) =>
        RegistryEntry
            .Write("a.mcpb", Bundle, SomeRelease.Info with { Repository = repository is null ? null : new(repository) })
            .ShouldBeNull();
}
