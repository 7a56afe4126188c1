using System.Text.Json;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Catalogue;

/// <summary>I-02, PB-10: every constraint of every tool, broken once, is an error that names the field, and ClickUp hears nothing of it.</summary>
public sealed class NegativeTests
{
    [Fact]
    public async Task I_02_PB_10_a_broken_constraint_names_its_field_and_writes_nothing()
    {
        var schemas = await SchemasAsync();
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await using var client = CatalogueServer.Start(sandbox.Address);
        await client.InitializeAsync(Limit.Short);

        List<string> problems = [];
        List<(string Tool, JsonElement[] Requests)> sent = [];
        var count = 0;
        foreach (var tool in SpecTool.All)
        {
            await sandbox.ResetAsync(Limit.Short);
            foreach (var call in BrokenArguments.Of(tool, schemas[tool.Name]))
            {
                count++;
                var reply = await client.CallAsync(tool.Name, call.Arguments, Limit.Short);
                if (!reply.IsError || !reply.Text.Contains(call.Field, StringComparison.Ordinal))
                {
                    problems.Add($"{call}\n  {reply}");
                }
            }

            sent.Add((tool.Name, [.. (await sandbox.LogAsync(Limit.Short)).EnumerateArray()]));
        }

        problems.ShouldBeEmpty(string.Join('\n', problems.Take(10)));
        // Names in the same call may be looked up, so that all that is wrong with it is said at once. A look-up is what
        // another tool sends that does not have the request itself.
        var lookUps = sent.SelectMany(static of => of.Requests.Where(request => !OwnRequests.Has(of.Tool, request)))
            .Select(Line)
            .ToHashSet();
        sent.SelectMany(of =>
                of.Requests.Where(request => OwnRequests.Has(of.Tool, request) && !lookUps.Contains(Line(request)))
                    .Select(request => $"{of.Tool} sent {Line(request)}")
            )
            .ShouldBeEmpty();
        lookUps.ShouldAllBe(line => line.StartsWith("GET ", StringComparison.Ordinal));
        count.ShouldBeGreaterThan(SpecTool.All.Count * 5);
    }

    private static string Line(JsonElement request) =>
        $"{request.GetProperty("method").GetString()} {request.GetProperty("path").GetString()}";

    private static async Task<Dictionary<string, JsonElement>> SchemasAsync()
    {
        var listed = await ServerBinary.RunAsync("tools", "--json", "--persona", "core,all");
        return JsonElement
            .Parse(listed.Output)
            .EnumerateArray()
            .ToDictionary(t => t.GetProperty("name").GetString()!, t => t.GetProperty("inputSchema"));
    }
}
