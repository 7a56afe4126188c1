using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Guards;

/// <summary>P-06: what a call may send is decided once, and held where requests leave, whatever a tool says of itself.</summary>
public sealed class PermissionTests
{
    private const string Refusal = "may not send";

    public static TheoryData<string> Categories => [.. SpecTool.All.Select(CategoryOf).Distinct()];

    public static TheoryData<string> WritingCategories =>
        [
            .. SpecTool
                .All.Where(static tool => tool is { IsReadOnly: false, IsDiscovery: false })
                .Select(CategoryOf)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Categories))]
    public async Task P_06_in_read_only_no_tool_writes_whatever_it_is_asked(string category)
    {
        SandboxSession session = new(new ToolPolicyOptions { ReadOnly = true });
        foreach (SpecTool tool in SpecTool.All.Where(tool => CategoryOf(tool) == category))
        {
            foreach (JsonObject call in HostileCalls.Of(tool))
            {
                await session.CallAsync(tool.Name, call.ToJsonString());
                JsonObject run = new() { ["name"] = tool.Name, ["arguments"] = call.DeepClone() };
                await session.CallAsync("run_read_tool", run.ToJsonString());
                await session.CallAsync("run_write_tool", run.ToJsonString());
            }
        }

        Writes(session).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(WritingCategories))]
    public async Task P_06_a_tool_that_calls_itself_read_only_is_stopped_when_it_writes(string category)
    {
        foreach (SpecTool tool in Writers(category))
        {
            SandboxSession session = new(
                new ToolPolicyOptions { ReadOnly = true },
                catalog: new MislabelledCatalog(onlyRead: true, hasOperations: true)
            );
            foreach (JsonObject call in HostileCalls.Of(tool))
            {
                await session.CallAsync(tool.Name, call.ToJsonString());
            }

            Writes(session).ShouldBeEmpty(tool.Name);
            session.Requests.Any(static request => !request.IsRead).ShouldBeTrue($"{tool.Name} did not try");
        }
    }

    [Theory]
    [MemberData(nameof(WritingCategories))]
    public async Task P_06_a_tool_sends_no_operation_that_it_does_not_declare(string category)
    {
        foreach (SpecTool tool in Writers(category))
        {
            SandboxSession session = new(catalog: new MislabelledCatalog(onlyRead: false, hasOperations: false));
            foreach (JsonObject example in tool.Examples)
            {
                await session.CallAsync(tool.Name, example.ToJsonString());
            }

            Writes(session).ShouldBeEmpty(tool.Name);
        }
    }

    [Fact]
    public async Task P_06_a_runner_that_only_reads_lets_nothing_write_even_if_the_tool_is_labelled_to_read()
    {
        SandboxSession session = new(catalog: new MislabelledCatalog(onlyRead: true, hasOperations: true));
        ToolResult result = await session.CallAsync(
            "run_read_tool",
            $$"""{"name":"create_task","arguments":{"list":"{{SandboxSeed.ApiListId}}","name":"No"} }"""
        );
        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(Refusal);
        Writes(session).ShouldBeEmpty();
    }

    [Fact]
    public async Task P_06_a_query_by_POST_is_no_write_and_only_its_tool_sends_it()
    {
        const string Query = """{"applicability":"user-activity"}""";
        SandboxSession reading = new(new ToolPolicyOptions { ReadOnly = true });
        (await reading.CallAsync("get_audit_logs", Query)).IsError.ShouldBeFalse();

        SandboxSession undeclared = new(catalog: new MislabelledCatalog(onlyRead: true, hasOperations: false));
        ToolResult refused = await undeclared.CallAsync("get_audit_logs", Query);
        refused.IsError.ShouldBeTrue();
        refused.Text.ShouldContain(Refusal);
        undeclared.Sent.ShouldAllBe(static sent => sent.Method == "GET");
    }

    [Theory]
    [InlineData(ToolScopes.Read, false)]
    [InlineData(ToolScopes.None, false)]
    [InlineData(ToolScopes.Read | ToolScopes.Write, true)]
    [InlineData(ToolScopes.Delete, true)]
    internal void P_06_who_was_granted_reading_alone_changes_nothing(ToolScopes scopes, bool mayChange) =>
        ToolPolicy
            .Create(new ToolPolicyOptions { Scopes = scopes }, EmittedCatalog.Instance)
            .OnlyReads.ShouldBe(!mayChange);

    [Fact]
    public void P_06_a_client_narrows_and_never_widens()
    {
        ToolPolicy open = ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance);
        ToolPolicy closed = ToolPolicy.Create(new ToolPolicyOptions { ReadOnly = true }, EmittedCatalog.Instance);
        open.And(open).OnlyReads.ShouldBeFalse();
        open.And(closed).OnlyReads.ShouldBeTrue();
        closed.And(open).OnlyReads.ShouldBeTrue();
    }

    [Fact]
    public async Task P_06_what_is_sent_for_no_call_only_reads()
    {
        ClickUpCredentials credentials = new(SandboxSeed.Token);
        ManualTimeProvider time = new();
        using ClickUpClient client = new(
            credentials,
            new() { Dialect = ToolCatalog.Upstream },
            time,
            Api.TestClient.Gate(time),
            credentials.Fingerprint(),
            () => new SandboxMessageHandler(new SandboxServer(new SandboxOptions(), time))
        );
        ActionableException refusal = await Should.ThrowAsync<ClickUpApiException>(async () =>
            await client.SendAsync(Api.TestClient.Post, TestContext.Current.CancellationToken)
        );
        refusal.What.ShouldContain(Refusal);
    }

    private static IEnumerable<SpecTool> Writers(string category) =>
        SpecTool.All.Where(tool =>
            tool is { IsReadOnly: false, IsDiscovery: false, NeedsTwoWorkspaces: false } && CategoryOf(tool) == category
        );

    internal static IEnumerable<SentRequest> Writes(SandboxSession session) =>
        session.Sent.Where(static sent =>
            sent.Method != "GET" && !sent.Path.EndsWith("/auditlogs", StringComparison.Ordinal)
        );

    internal static string CategoryOf(SpecTool tool) => tool.Entry.GetProperty("category").GetString()!;
}
