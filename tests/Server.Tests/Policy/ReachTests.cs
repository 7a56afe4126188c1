using System.Text.Json;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Policy;

/// <summary>PA-14, PA-15, PA-16: every tool under every policy, by what reaches ClickUp: all that is allowed, and nothing of what is not.</summary>
public sealed class ReachTests
{
    public static TheoryData<string> Titles => [.. PolicyCase.All.Select(static one => one.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task PA_14_PA_15_PA_16_what_an_operator_does_not_allow_reaches_nobody(string title)
    {
        PolicyCase policy = Named(title);
        await CheckAsync(new SandboxSession(policy.Options), policy.Allows, PolicyTool.All);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task PA_14_PA_15_PA_16_what_a_client_narrows_away_reaches_nobody(string title)
    {
        PolicyCase policy = Named(title);
        await CheckAsync(
            new SandboxSession(narrowing: policy.Options),
            policy.Allows,
            [.. PolicyTool.All.Where(tool => !policy.Allows(tool))]
        );
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task PA_14_PA_15_PA_16_a_client_that_asks_for_all_widens_nothing(string title)
    {
        PolicyCase policy = Named(title);
        ToolPolicyOptions all = new()
        {
            EnabledTools = string.Join(',', PolicyTool.All.Select(static tool => tool.Name)),
        };
        await CheckAsync(
            new SandboxSession(policy.Options, narrowing: all),
            policy.Allows,
            [.. PolicyTool.All.Where(tool => !policy.Allows(tool))]
        );
    }

    [Fact]
    public async Task PA_14_PA_15_PA_16_policies_of_operator_and_client_meet()
    {
        Random random = new(31);
        for (int i = 0; i < 24; i++)
        {
            PolicyCase operators = PolicyCase.All[random.Next(PolicyCase.All.Count)];
            PolicyCase clients = PolicyCase.All[random.Next(PolicyCase.All.Count)];
            await CheckAsync(
                new SandboxSession(operators.Options, narrowing: clients.Options),
                tool => operators.Allows(tool) && clients.Allows(tool),
                PolicyTool.All
            );
        }
    }

    [Fact]
    public async Task PA_14_PA_15_PA_16_each_tool_is_enabled_and_disabled_by_each_of_its_names()
    {
        foreach (PolicyTool tool in PolicyTool.All)
        {
            foreach (string name in tool.Names)
            {
                await CheckAsync(new(new() { DisabledTools = name }), other => other != tool, [tool], tool.Names);
                await CheckAsync(new(new() { EnabledTools = name }), other => other == tool, [tool], tool.Names);
            }
        }
    }

    private static PolicyCase Named(string title) => PolicyCase.All.Single(one => one.Title == title);

    /// <summary>Calls each tool, by its name or by all names given, alone and inside each tool that runs tools.</summary>
    private static async Task CheckAsync(
        SandboxSession session,
        Func<PolicyTool, bool> allows,
        IReadOnlyList<PolicyTool> called,
        IReadOnlyList<string>? names = null
    )
    {
        session
            .Inventory.AvailableNames.Order(StringComparer.Ordinal)
            .ShouldBe(PolicyTool.All.Where(allows).Select(static t => t.Name).Order(StringComparer.Ordinal));
        session.Inventory.Listed.Except(session.Inventory.Available).ShouldBeEmpty();

        // Refused writes reach ClickUp, and leave it as it is for the next call.
        session.Sandbox.Inject([
            .. ((string[])["POST", "PUT", "PATCH", "DELETE"]).Select(static method => new SandboxFault
            {
                Kind = SandboxFaultKind.Status,
                Code = 400,
                Method = method,
            }),
        ]);
        foreach (PolicyTool tool in called)
        {
            bool runsOthers = tool.Category == PolicyTool.Discovery;
            bool isAllowed = allows(tool);
            foreach (string name in names ?? [tool.Name])
            {
                if (!runsOthers || !isAllowed)
                {
                    await CallAsync(session, name, tool.Arguments, tool, isAllowed);
                }

                foreach (PolicyTool runner in PolicyTool.All.Where(IsRunner))
                {
                    bool runs =
                        isAllowed
                        && allows(runner)
                        && !IsRunner(tool)
                        && (tool.IsReadOnly || runner.Name == PolicyTool.WriteRunner);
                    string inner = $"{{\"name\":{JsonSerializer.Serialize(name)},\"arguments\":{tool.Arguments}}}";
                    await CallAsync(session, runner.Name, inner, tool, runs);
                }
            }
        }
    }

    private static async Task CallAsync(
        SandboxSession session,
        string name,
        string arguments,
        PolicyTool tool,
        bool isAllowed
    )
    {
        int own = session.Requests.Count;
        int all = session.Sent.Count;
        ToolResult result = await session.CallAsync(name, arguments);

        string what = $"{name} {arguments}\n{result.Text}";
        bool writes = session.Sent.Skip(all).Any(static request => request.Method != "GET");
        if (!isAllowed)
        {
            result.IsError.ShouldBeTrue(what);
            session.Sent.Count.ShouldBe(all, what);
        }
        // Where nothing was changed, there is nothing to undo.
        else if (tool.IsOpenWorld && tool.Category != CatalogView.ChangesCategory)
        {
            // What a directory knows already is not asked for again.
            (session.Requests.Count > own || (tool.IsReadOnly && !result.IsError)).ShouldBeTrue(what);
            (writes || tool.IsReadOnly || AsksFirst(tool)).ShouldBeTrue(what);
        }
    }

    private static bool AsksFirst(PolicyTool tool) => SpecTool.All.Single(spec => spec.Name == tool.Name).AsksFirst;

    private static bool IsRunner(PolicyTool tool) => tool.Name is PolicyTool.ReadRunner or PolicyTool.WriteRunner;
}
