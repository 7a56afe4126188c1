using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClickUpMcp.Build.Release;

/// <summary>The entry of the MCP registry, by its <see href="https://modelcontextprotocol.io/registry/package-types">package types</see>.</summary>
public static class RegistryEntry
{
    private const string Schema = "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The text of <c>server.json</c>; null without a repository, from which the registry takes name and download.</summary>
    public static string? Write(string bundleName, byte[] bundle, ReleaseInfo info)
    {
        if (info.Repository is not { Segments: [_, var owner, var name, ..] } repository)
        {
            return null;
        }

        return new JsonObject
        {
            ["$schema"] = Schema,
            ["name"] = $"{ReversedHost(repository)}.{owner.Trim('/')}/{name.Trim('/')}",
            ["title"] = "ClickUp",
            ["description"] = "ClickUp tools for AI agents: validated, named, rate limited; one native executable",
            ["version"] = info.Version,
            ["repository"] = new JsonObject { ["url"] = repository.ToString(), ["source"] = Source(repository) },
            ["packages"] = new JsonArray(
                new JsonObject
                {
                    ["registryType"] = "mcpb",
                    ["identifier"] = info.AddressOf(bundleName),
                    ["fileSha256"] = Convert.ToHexStringLower(SHA256.HashData(bundle)),
                    ["transport"] = new JsonObject { ["type"] = "stdio" },
                }
            ),
        }.ToJsonString(Indented);
    }

    // The registry's names of GitHub repositories are io.github.OWNER/NAME.
    private static string ReversedHost(Uri repository) =>
        repository.Host == "github.com" ? "io.github" : string.Join('.', repository.Host.Split('.').Reverse());

    private static string Source(Uri repository) => repository.Host.Split('.')[0];
}
