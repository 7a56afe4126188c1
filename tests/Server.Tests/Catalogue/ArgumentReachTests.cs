using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Catalogue;

/// <summary>What a caller gives changes what is sent or what is said: no argument is ignored in silence.</summary>
public sealed class ArgumentReachTests
{
    private const int MadeCalls = 24;
    private const int Seed = 20261129;

    // Where what an example names is all that there is, leaving it out says nothing; other places tell.
    private static readonly Dictionary<string, string[]> Elsewhere = new()
    {
        ["get_attachment"] = ["""{"task":"27075wz","attachment":"steps","max_bytes":1024}"""],
        ["list_sprints"] = ["""{"folder":"Backend"}""", """{"space":"Marketing"}"""],
    };

    public static TheoryData<string> Tools =>
        [.. SpecTool.All.Where(static t => !t.IsDiscovery).Select(static t => t.Name)];

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Each_argument_changes_what_is_sent_or_said(string name)
    {
        SpecTool tool = SpecTool.All.Single(tool => tool.Name == name);
        ValidArguments made = new(Seed);
        Dictionary<string, string> silent = new(StringComparer.Ordinal);
        HashSet<string> reached = new(StringComparer.Ordinal);
        IEnumerable<JsonObject> calls =
        [
            .. tool.Examples,
            .. Elsewhere.GetValueOrDefault(name, []).Select(static call => JsonNode.Parse(call)!.AsObject()),
            .. Enumerable.Range(0, MadeCalls).Select(_ => made.Next(tool)),
        ];
        foreach (JsonObject call in calls)
        {
            (string Text, string Sent) whole = await CallAsync(tool, call);
            foreach (
                string argument in call.Select(static given => given.Key)
                    .Where(given => IsOwn(tool, given) && !reached.Contains(given))
            )
            {
                JsonObject less = call.DeepClone().AsObject();
                less.Remove(argument);
                if (await CallAsync(tool, less) == whole)
                {
                    silent[argument] = call.ToJsonString();
                }
                else
                {
                    reached.Add(argument);
                }
            }
        }

        silent
            .Where(given => !reached.Contains(given.Key))
            .Select(static given => $"{given.Key}: {given.Value}")
            .ShouldBeEmpty();
    }

    // What shapes the result is tested where results are.
    private static bool IsOwn(SpecTool tool, string argument) => tool.Arguments.ContainsKey(argument);

    private static async Task<(string Text, string Sent)> CallAsync(SpecTool tool, JsonObject arguments)
    {
        SandboxSession session = new();
        if (tool.Name == "stop_time_entry")
        {
            await session.CallAsync(
                "start_time_entry",
                SpecTool.All.Single(static t => t.Name == "start_time_entry").Examples[0].ToJsonString()
            );
        }

        ToolResult result = await session.CallAsync(tool.Name, arguments.ToJsonString());
        return (
            result.Text + result.Picture,
            // In an order of their own: requests that run side by side come in any.
            string.Join(
                '\n',
                session.Sent.Select(static sent => $"{sent.Line} {sent.Body}").Order(StringComparer.Ordinal)
            )
        );
    }
}
