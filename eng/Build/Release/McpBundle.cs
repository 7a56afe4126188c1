using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClickUpMcp.Build.Release;

/// <summary>An MCP bundle: a zip that desktop clients install by a click, by the <see href="https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md">manifest specification</see>.</summary>
public static class McpBundle
{
    private const string Program = "server/clickup-mcp";
    private const int ExecutableMode = 0b1_000_000_111_101_101 << 16;
    private const int PlainMode = 0b1_000_000_110_100_100 << 16;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The bundle.</summary>
    public static byte[] Write(byte[] program, byte[] licence, ReleaseInfo info)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "manifest.json", Encoding.UTF8.GetBytes(Manifest(info).ToJsonString(Indented)), PlainMode);
            Add(archive, "LICENSE", licence, PlainMode);
            Add(archive, Program, program, ExecutableMode);
        }

        return stream.ToArray();

        void Add(ZipArchive archive, string path, byte[] content, int mode)
        {
            var entry = archive.CreateEntry(path, CompressionLevel.SmallestSize);
            entry.LastWriteTime = info.Time.ToUniversalTime();
            entry.ExternalAttributes = mode;
            using var to = entry.Open();
            to.Write(content);
        }
    }

    private static JsonObject Manifest(ReleaseInfo info)
    {
        JsonObject manifest = new()
        {
            ["manifest_version"] = "0.3",
            ["name"] = ReleaseInfo.Product,
            ["display_name"] = "ClickUp",
            ["version"] = info.Version,
            ["description"] = ReleaseInfo.Summary,
            ["author"] = new JsonObject { ["name"] = "The clickup-mcp contributors" },
            ["license"] = "MIT",
            ["server"] = new JsonObject
            {
                ["type"] = "binary",
                ["entry_point"] = Program,
                ["mcp_config"] = new JsonObject
                {
                    ["command"] = $"${{__dirname}}/{Program}",
                    ["args"] = new JsonArray("stdio"),
                    ["env"] = new JsonObject
                    {
                        ["CLICKUP_API_KEY"] = "${user_config.api_key}",
                        ["CLICKUP_MCP_READ_ONLY"] = "${user_config.read_only}",
                    },
                },
            },
            ["tools_generated"] = true,
            ["compatibility"] = new JsonObject { ["platforms"] = new JsonArray("linux") },
            ["user_config"] = new JsonObject
            {
                ["api_key"] = new JsonObject
                {
                    ["type"] = "string",
                    ["title"] = "ClickUp API token",
                    ["description"] = "Made in ClickUp under Settings, Apps, API Token; it begins with pk_.",
                    ["sensitive"] = true,
                    ["required"] = true,
                },
                ["read_only"] = new JsonObject
                {
                    ["type"] = "boolean",
                    ["title"] = "Read only",
                    ["description"] = "Offer no tool that changes anything.",
                    ["default"] = false,
                },
            },
        };
        if (info.Repository is { } repository)
        {
            manifest["repository"] = new JsonObject { ["type"] = "git", ["url"] = repository.ToString() };
        }

        return manifest;
    }
}
