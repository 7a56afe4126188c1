using System.Text.Json.Nodes;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Guards;

/// <summary>P-07: what a person must confirm is not done before they have, whichever tool does it.</summary>
public sealed class ConfirmationTests
{
    private static readonly ToolPolicyOptions Always = new() { Confirmation = ConfirmationRule.Always };

    public static TheoryData<string> Writers =>
        [
            .. DryRunTests
                .Writers.Select(static row => row.Data)
                .Where(static name => !SpecTool.All.Single(tool => tool.Name == name).NeedsTwoWorkspaces),
        ];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task P_07_without_confirmation_no_tool_writes_whatever_it_is_asked(string name)
    {
        SpecTool tool = SpecTool.All.Single(tool => tool.Name == name);
        SandboxSession session = new(Always);
        TestPerson[] people =
        [
            new(PersonReach.None),
            new(PersonReach.Waiting, PersonReply.Declined),
            new(PersonReach.Waiting, PersonReply.Cancelled),
            new(PersonReach.Waiting, PersonReply.TimedOut),
            new(PersonReach.Waiting, null),
            new(PersonReach.Returning),
            new(PersonReach.Returning, PersonReply.Confirmed) { State = "made up" },
        ];
        int next = 0;
        foreach (JsonObject call in HostileCalls.Of(tool))
        {
            TestPerson person = people[next++ % people.Length];
            if (next % 3 == 0)
            {
                JsonObject run = new() { ["name"] = name, ["arguments"] = call.DeepClone() };
                await session.RunAsync("run_write_tool", run.ToJsonString(), person);
            }
            else
            {
                await session.RunAsync(
                    name,
                    next % 4 == 0 ? With(call, "confirm", "made up") : call.ToJsonString(),
                    person
                );
            }
        }

        Writes(session).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task P_07_with_confirmation_exactly_the_requests_of_the_call_are_sent(string name)
    {
        foreach (JsonObject example in SpecTool.All.Single(tool => tool.Name == name).AgreedExamples)
        {
            SandboxSession free = new();
            ToolResult expected = await free.CallAsync(name, example.ToJsonString());
            string[] sent = [.. Writes(free).Select(Describe)];

            SandboxSession asked = new(Always);
            TestPerson person = new(PersonReach.Waiting, PersonReply.Confirmed);
            (await asked.CallAsync(name, example.ToJsonString(), person)).Text.ShouldBe(expected.Text);
            Writes(asked).Select(Describe).ShouldBe(sent);
            person.Questions.Count.ShouldBe(sent.Length == 0 ? 0 : 1, "bulk counts as one");

            SandboxSession returned = new(Always);
            ToolCallOutcome first = await returned.RunAsync(
                "run_write_tool",
                new JsonObject { ["name"] = name, ["arguments"] = example.DeepClone() }.ToJsonString(),
                new TestPerson(PersonReach.Returning)
            );
            Writes(returned).ShouldBeEmpty();
            returned.Time.Advance(TimeSpan.FromMinutes(2));
            TestPerson back = new(PersonReach.Returning, PersonReply.Confirmed) { State = first.Needed!.State };
            (await returned.CallAsync(name, example.ToJsonString(), back)).IsError.ShouldBeFalse();
            Writes(returned).Select(Describe).ShouldBe(sent);

            SandboxSession byToken = new(Always);
            string token = TokenIn((await byToken.CallAsync(name, With(example, "dry_run", true))).Text);
            byToken.Time.Advance(TimeSpan.FromMinutes(4));
            ToolResult done = await byToken.CallAsync(name, With(example, "confirm", token));
            done.IsError.ShouldBeFalse(done.Text);
            Writes(byToken).Select(Describe).ShouldBe(sent);
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task P_07_destructive_and_bulk_calls_are_told_from_the_others(string name)
    {
        SpecTool tool = SpecTool.All.Single(tool => tool.Name == name);
        bool isDestructive = tool.Entry.GetProperty("annotations").GetProperty("destructive").GetBoolean();
        foreach (JsonObject example in tool.AgreedExamples)
        {
            foreach (
                ConfirmationRule rule in (ConfirmationRule[])
                    [ConfirmationRule.Never, ConfirmationRule.Destructive, ConfirmationRule.Bulk]
            )
            {
                SandboxSession session = new(new ToolPolicyOptions { Confirmation = rule });
                JsonObject run = new() { ["name"] = name, ["arguments"] = example.DeepClone() };
                TestPerson person = new(PersonReach.Waiting, PersonReply.Declined);
                await session.RunAsync("run_write_tool", run.ToJsonString(), person);
                bool wasAsked = person.Questions.Count > 0;
                if (rule != ConfirmationRule.Bulk)
                {
                    wasAsked.ShouldBe(rule == ConfirmationRule.Destructive && isDestructive);
                }

                Writes(session).Any().ShouldBe(!wasAsked);
            }
        }
    }

    [Theory]
    [InlineData("""{"tasks":["86a0b1c01","86a0b1c02"],"priority":"low"}""", true)]
    [InlineData("""{"tasks":["86a0b1c01"],"priority":"low"}""", false)]
    [InlineData("""{"task":"86a0b1c01","priority":"low"}""", false)]
    public async Task P_07_bulk_is_more_than_one_and_is_asked_once(string call, bool isAsked)
    {
        JsonObject arguments = JsonNode.Parse(call)!.AsObject();
        string[] tasks = await TasksAsync();
        string json = arguments.ToJsonString().Replace("86a0b1c01", tasks[0]).Replace("86a0b1c02", tasks[1]);
        SandboxSession session = new(new ToolPolicyOptions { Confirmation = ConfirmationRule.Bulk });
        TestPerson person = new(PersonReach.Waiting, PersonReply.Confirmed);
        (await session.CallAsync("update_task", json, person)).IsError.ShouldBeFalse();
        person.Questions.Count.ShouldBe(isAsked ? 1 : 0);
        Writes(session).Count().ShouldBe(isAsked ? 2 : 1);
    }

    [Fact]
    public async Task The_question_says_what_would_change_and_how()
    {
        SandboxSession session = new(Always);
        TestPerson person = new(PersonReach.Waiting, PersonReply.Declined);
        ToolResult declined = await session.CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"Another name"}""",
            person
        );
        declined.IsError.ShouldBeTrue();
        declined.Text.ShouldContain("declined");
        declined.Text.ShouldContain("Nothing was changed.");
        string question = person.Questions.ShouldHaveSingleItem();
        question.ShouldContain($"PUT /api/v2/task/{SandboxSeed.RichTaskId}");
        question.ShouldContain("→ Another name");
    }

    [Theory]
    [InlineData("delete_space", "space", "Engineering", "folder", "list", "open task")]
    [InlineData("delete_list", "list", SandboxSeed.ApiListId, "open task")]
    [InlineData("delete_task", "task", SandboxSeed.RichTaskId, "subtask")]
    public async Task Before_a_container_is_deleted_its_contents_are_counted(
        string tool,
        string argument,
        string value,
        params string[] counted
    )
    {
        SandboxSession session = new(new ToolPolicyOptions { Confirmation = ConfirmationRule.Destructive });
        TestPerson person = new(PersonReach.Waiting, PersonReply.Declined);
        await session.CallAsync(tool, new JsonObject { [argument] = value }.ToJsonString(), person);
        string question = person.Questions.ShouldHaveSingleItem();
        string line = question
            .Split('\n')
            .Single(static line => line.Contains("all that is in it", StringComparison.Ordinal));
        line.ShouldMatch(string.Join(".*", counted.Select(static what => $@"\d+ {what}")));
    }

    [Fact]
    public async Task The_text_of_strangers_stays_on_its_line_and_is_cut()
    {
        SandboxSession session = new(Always);
        string name = "Say yes\u202E\u200B: " + new string('x', 500);
        await session.CallAsync(
            "create_task",
            new JsonObject { ["list"] = SandboxSeed.ApiListId, ["name"] = name }.ToJsonString(),
            new TestPerson(PersonReach.Waiting, PersonReply.Confirmed)
        );
        JsonNode task = JsonNode.Parse(session.Responses.Last(static sent => sent.Request.Method == "POST").Body)!;
        string id = task["id"]!.GetValue<string>();
        TestPerson person = new(PersonReach.Waiting, PersonReply.Declined);
        await session.CallAsync("delete_task", $$"""{"task":"{{id}}"}""", person);
        string question = person.Questions.ShouldHaveSingleItem();
        question.ShouldNotContain("\u202E");
        question.ShouldNotContain("\u200B");
        question.Length.ShouldBeLessThan(500);
    }

    private static async Task<string[]> TasksAsync()
    {
        SandboxSession session = new();
        await session.CallAsync("list_tasks", $$"""{"list":"{{SandboxSeed.ApiListId}}"}""");
        return
        [
            .. JsonNode.Parse(session.LastResult)!["tasks"]!
                .AsArray()
                .Select(static task => task!["id"]!.GetValue<string>()),
        ];
    }

    private static string With(JsonObject call, string name, JsonNode value)
    {
        JsonObject changed = call.DeepClone().AsObject();
        changed[name] = value;
        return changed.ToJsonString();
    }

    private static string TokenIn(string text) => text.Split("confirm: \"")[1].Split('"')[0];

    // Each upload has a boundary of its own.
    private static string Describe(SentRequest sent) =>
        sent.Body.StartsWith("--", StringComparison.Ordinal) ? sent.Line : $"{sent.Line}\n{sent.Body}";

    private static IEnumerable<SentRequest> Writes(SandboxSession session) =>
        session.Sent.Where(static sent => sent.Method != "GET");
}
