using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The central promise: a new tool is an entry in the spec, and no C#.</summary>
public sealed class AddEndpointTest
{
    private const string Shape = """
        {
          "plural": "seats",
          "fields": {
            "members_used": { "kind": "number", "from": "members.filled_members_seats" },
            "members_free": { "kind": "number", "from": "members.empty_member_seats" }
          }
        }
        """;

    private const string Tool = """
        {
          "name": "tell_free_seats",
          "title": "Tell free seats",
          "category": "workspace",
          "scope": "read",
          "description": "Seats of the workspace: used and free.",
          "annotations": { "readOnly": true, "destructive": false, "idempotent": true, "openWorld": true },
          "request": { "operation": "GetWorkspaceseats", "api": "v2", "method": "GET", "path": "/team/{workspace}/seats" },
          "response": { "shape": "workspace_seats" },
          "examples": [{ "arguments": {}, "request": "GET /api/v2/team/9000000001/seats" }]
        }
        """;

    [Fact]
    public async Task An_entry_appended_to_the_spec_is_a_working_tool()
    {
        var work = Directory.CreateTempSubdirectory("add-endpoint-");
        try
        {
            var spec = Path.Combine(work.FullName, "spec");
            CopyFolder(Repository.At("spec"), spec);
            Edit(
                Path.Combine(spec, "clickup-tools.json"),
                root => root["shapes"]!["workspace_seats"] = JsonNode.Parse(Shape)
            );
            Edit(
                Path.Combine(spec, "tools", "workspace.json"),
                file => file["tools"]!.AsArray().Add(JsonNode.Parse(Tool))
            );

            var server = await BuildAsync(spec, Path.Combine(work.FullName, "artifacts"));
            var done = await ChildProcess.RunAsync(
                "dotnet",
                [server, "call", "tell_free_seats", "{}", "--sandbox"],
                cancellationToken: Limit.Short
            );

            done.ExitCode.ShouldBe(0, done.Everything);
            done.Output.ShouldContain("members_used");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task<string> BuildAsync(string spec, string artifacts)
    {
        var done = await ChildProcess.RunAsync(
            "dotnet",
            [
                "build",
                Repository.At("src", "Server"),
                "-f",
                "net10.0",
                "-v",
                "q",
                $"-p:SpecDirectory={spec}",
                $"-p:ArtifactsPath={artifacts}",
                "-p:ScratchBuild=true",
            ],
            cancellationToken: Limit.Long
        );
        done.ExitCode.ShouldBe(0, done.Everything);
        return Path.Combine(artifacts, "bin", "ClickUpMcp.Server", "debug_net10.0", "clickup-mcp.dll");
    }

    private static void Edit(string file, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(File.ReadAllText(file))!;
        change(node);
        File.WriteAllText(file, node.ToJsonString());
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
